import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

/** What a band is taken hold of by, as a whole or at an end: dragged over the periods, or moved by the arrow keys. */
export function BandHandle({
  id,
  label,
  kind,
  rightToLeft,
  onDrag,
  onDrop,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly rightToLeft: boolean;
  /** So many periods from where it was taken; `null`: it was let go of. */
  readonly onDrag: (by: number | null) => void;
  readonly onDrop: (by: number) => void;
  readonly children: ComponentChildren;
}) {
  const from = useRef<number | null>(null);
  const distance = (element: HTMLElement, x: number): number => {
    const at = periodAt(element, x);
    return from.current === null || at === null ? 0 : at - from.current;
  };
  return (
    <button
      type="button"
      id={id}
      class={`grip ${kind}`}
      aria-label={label}
      onPointerDown={(event) => {
        from.current = periodAt(event.currentTarget, event.clientX);
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={({ currentTarget, clientX }) => {
        if (from.current !== null) onDrag(distance(currentTarget, clientX));
      }}
      onPointerUp={({ currentTarget, clientX }) => {
        if (from.current === null) return;
        const by = distance(currentTarget, clientX);
        from.current = null;
        onDrag(null);
        if (by !== 0) onDrop(by);
      }}
      onPointerCancel={() => {
        from.current = null;
        onDrag(null);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        event.preventDefault();
        onDrop((event.key === 'ArrowLeft') === rightToLeft ? 1 : -1);
      }}
    >
      {children}
    </button>
  );
}

/** The period whose column is nearest to a place in the window. */
function periodAt(element: HTMLElement, x: number): number | null {
  const cells = [
    ...(element.closest('table')?.querySelectorAll<HTMLElement>('tbody tr:first-child td[data-period]') ?? []),
  ];
  const distances = cells.map((cell) => {
    const box = cell.getBoundingClientRect();
    return Math.abs((box.left + box.right) / 2 - x);
  });
  const nearest = cells[distances.indexOf(Math.min(...distances))]?.dataset.period;
  return nearest === undefined ? null : Number(nearest);
}
