package nightshift.pipelines;

import nightshift.transforms.MarketSource;
import nightshift.transforms.PairSearch;
import nightshift.transforms.SymbolSelection;

/**
 * Everything that the refresh of the pairs is built from.
 *
 * @param market the market's name
 * @param settings JSON: what decides which pairs are found
 * @param research absolute path of the research database
 */
record PairsJob(
    MarketSource source,
    SymbolSelection selection,
    PairSearch search,
    String market,
    String settings,
    String research) {}
