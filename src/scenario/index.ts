/** Scenario files: read, explain, describe, write. */
export { parseCustomKpis } from './expressions/custom.js';
export { parseExpression } from './expressions/parse.js';
export { parseTarget } from './expressions/target.js';
export { placeInFile } from './place-in-file.js';
export { formatProblem, type Problem } from './problem.js';
export { type Overrides, parseScenario, type ReadOptions, readScenario, type ScenarioReading } from './read.js';
export { scenarioJsonSchema } from './schema/json-schema.js';
export { type FileReader, MAX_DATA_BYTES } from './source/file.js';
export { newScenarioText } from './template.js';
export { withWholeBudget } from './whole-budget.js';
export { type ScenarioDocument, writePlanBack } from './write.js';
