/**
 * A made-up stock market of any size, the same to the bit on every machine for the same seed: for
 * tests, trials and the market that comes with the project. {@link
 * nightshift.testdata.GenerateMarket} is the command; the model behind it is described in the
 * README of this module. Only {@link StrictMath} and exact arithmetic are used, and random numbers
 * come from {@link nightshift.testdata.RandomStream} alone.
 */
package nightshift.testdata;
