/**
 * Names that are wider than their room, each in two lines: as many words as fit on the first, and the others.
 *
 * @param widthOf pixels that a text takes
 */
export function namesInTwo(
  names: readonly string[],
  room: number,
  widthOf: (text: string) => number,
): Readonly<Record<string, readonly [string, string]>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      if (widthOf(name) <= room) return [];
      const words = name.split(' ');
      let count = words.length - 1;
      while (count > 1 && widthOf(words.slice(0, count).join(' ')) > room) count--;
      return count < 1 ? [] : [[name, [words.slice(0, count).join(' '), words.slice(count).join(' ')]]];
    }),
  );
}
