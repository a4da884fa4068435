/**
 * The steps of the nightly pipeline, in the order of the data's way: {@link
 * nightshift.transforms.ListSymbols}, {@link nightshift.transforms.SelectSymbols}, {@link
 * nightshift.transforms.ListSlices}, {@link nightshift.transforms.WindowByYear}, {@link
 * nightshift.transforms.FanOutBacktests}, {@link nightshift.transforms.EvolvePopulations}, {@link
 * nightshift.transforms.ValidateChampions}, {@link nightshift.transforms.WriteFitness}. They wire;
 * what is computed stands in the packages below, which know nothing of Beam. Keys travel between
 * the steps, price bars never do.
 */
package nightshift.transforms;
