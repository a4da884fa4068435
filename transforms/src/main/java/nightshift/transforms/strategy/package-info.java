/**
 * What a trading strategy is: its parameters, what it sees ({@link
 * nightshift.transforms.strategy.Block}, {@link nightshift.transforms.strategy.Bars}) and what it
 * decides ({@link nightshift.transforms.strategy.Targets}); and where strategies are found ({@link
 * nightshift.transforms.strategy.Strategies}). Pure computation on primitive arrays: no Beam, no
 * files, no database, no clock.
 */
package nightshift.transforms.strategy;
