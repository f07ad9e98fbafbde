import { create, eigsDependencies } from 'mathjs';

/**
 * Eigenvalues alone. Imported whole, the package has its documentation and all of its algebra share a file with the parser of
 * expressions, which then takes twice as long to load.
 */
export const { eigs } = create(eigsDependencies ?? {});
