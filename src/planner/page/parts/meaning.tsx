import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { FigureMeaning } from '../../words/meanings.js';
import { words } from '../state/preferences.js';

/** Pixels between a tooltip and the window's edge, and what it is about. */
const GAP = 8;
const WIDTH = 288;

/** What a figure means: a question mark that says it when it is pointed at, touched or reached by keyboard. Escape puts it away. */
export function Meaning({ of, name }: { readonly of: FigureMeaning; readonly name: string }) {
  const text = words().meanings;
  const open = useSignal(false);
  const id = useId();
  const tip = useRef<HTMLSpanElement>(null);
  const mark = useRef<HTMLButtonElement>(null);
  const hide = (): void => {
    if (open.value) tip.current?.hidePopover();
    open.value = false;
  };
  const show = (): void => {
    const [box, element] = [mark.current?.getBoundingClientRect(), tip.current];
    if (box === undefined || element === null) return;
    // Over everything, so that parts of the page may be laid out and painted each by itself.
    if (!open.value) element.showPopover();
    open.value = true;
    // Beside the mark, within the window; what scrolls round it doesn't cut it off.
    const width = Math.min(WIDTH, innerWidth - 2 * GAP);
    element.style.inlineSize = `${width}px`;
    element.style.left = `${Math.min(Math.max(GAP, box.left + box.width / 2 - width / 2), innerWidth - width - GAP)}px`;
    const below = box.bottom + GAP / 2;
    if (below > innerHeight * 0.7) {
      element.style.top = 'auto';
      element.style.bottom = `${innerHeight - box.top + GAP / 2}px`;
    } else {
      element.style.bottom = 'auto';
      element.style.top = `${below}px`;
    }
  };
  const shown = open.value;
  useEffect(() => {
    if (!shown) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      hide();
    };
    addEventListener('keydown', onKey, true);
    addEventListener('scroll', hide, true);
    return () => {
      removeEventListener('keydown', onKey, true);
      removeEventListener('scroll', hide, true);
    };
  }, [shown]);
  return (
    <span class="meaning">
      <button
        type="button"
        ref={mark}
        class="what"
        aria-label={text.what(name)}
        aria-describedby={id}
        onFocus={show}
        onBlur={hide}
        onPointerEnter={show}
        onPointerLeave={hide}
        onClick={show}
      >
        <span aria-hidden="true">?</span>
      </button>
      <span ref={tip} role="tooltip" id={id} class="tooltip" popover="manual">
        {text.figures[of]}
      </span>
    </span>
  );
}

/** Figures of a plan's file by the names that they have there, where they mean something to everybody. */
export function meaningOf(key: string, figures: Readonly<Record<string, string>>): FigureMeaning | null {
  return Object.hasOwn(figures, key) ? (key as FigureMeaning) : null;
}
