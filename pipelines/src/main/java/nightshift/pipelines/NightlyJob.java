package nightshift.pipelines;

import java.util.List;
import java.util.Set;
import nightshift.io.research.UnitKey;
import nightshift.transforms.MarketSource;
import nightshift.transforms.Search;
import nightshift.transforms.SymbolSelection;
import nightshift.transforms.walkforward.Fold;

/**
 * Everything that the nightly pipeline is built from.
 *
 * @param folds the folds to search, in any order
 * @param done units that need not be done again
 * @param research absolute path of the research database
 */
record NightlyJob(
    MarketSource source,
    SymbolSelection selection,
    List<Fold> folds,
    Search search,
    Set<UnitKey> done,
    String research) {}
