import { useRef } from 'preact/hooks';

/** A cell of the calendar. */
interface Cell {
  readonly line: string;
  readonly period: number;
}

/** What a period's money is taken hold of by: dragged with a pointer or a finger, moved by the arrow keys. */
export function MoneyHandle({
  id,
  label,
  disabled,
  onStep,
  onOver,
  onDrop,
}: {
  readonly id: string;
  readonly label: string;
  readonly disabled: boolean;
  /** An arrow key: −1 to the left, 1 to the right. */
  readonly onStep: (step: -1 | 1) => void;
  readonly onOver: (cell: Cell | null) => void;
  readonly onDrop: (cell: Cell | null) => void;
}) {
  const dragging = useRef(false);
  const end = (cell: Cell | null): void => {
    if (!dragging.current) return;
    dragging.current = false;
    onDrop(cell);
  };
  return (
    <button
      type="button"
      id={id}
      class="grip"
      aria-label={label}
      disabled={disabled}
      onPointerDown={(event) => {
        dragging.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={({ clientX, clientY }) => {
        if (dragging.current) onOver(cellAt(clientX, clientY));
      }}
      onPointerUp={({ clientX, clientY }) => end(cellAt(clientX, clientY))}
      onPointerCancel={() => end(null)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        event.preventDefault();
        onStep(event.key === 'ArrowLeft' ? -1 : 1);
      }}
    >
      <span aria-hidden="true">⋯</span>
    </button>
  );
}

function cellAt(x: number, y: number): Cell | null {
  const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>('td[data-period]');
  const { line, period } = cell?.dataset ?? {};
  return line === undefined || period === undefined ? null : { line, period: Number(period) };
}
