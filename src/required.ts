/** Something that the code before has made sure of is not there: a fault of huni's own, whatever the input was. */
export class MissingValueError extends Error {
  override readonly name = 'MissingValueError';
}

/**
 * A value that is there by what has been checked or built before, where no type can say so.
 *
 * @throws MissingValueError if it isn't: its stack names the place
 */
export function required<T>(value: T | null | undefined): T {
  if (value === undefined || value === null) throw new MissingValueError('A value that has to be there is missing.');
  return value;
}

/**
 * The element at an index that is known to be within the list.
 *
 * @throws MissingValueError if it isn't
 */
export function elementAt<T>(list: ArrayLike<T>, index: number): T {
  const element = list[index];
  if (element === undefined) throw new MissingValueError(`No element ${index} in a list of ${list.length}.`);
  return element;
}

/**
 * The first element of a list that is known not to be empty.
 *
 * @throws MissingValueError if it is
 */
export function firstOf<T>(list: ArrayLike<T>): T {
  return elementAt(list, 0);
}

/**
 * The last element of a list that is known not to be empty.
 *
 * @throws MissingValueError if it is
 */
export function lastOf<T>(list: ArrayLike<T>): T {
  return elementAt(list, list.length - 1);
}
