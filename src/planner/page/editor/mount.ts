import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { basicSetup } from 'codemirror';
import type { ProblemView } from '../../protocol.js';
import { type Assistance, assist } from './assist.js';

export interface MountedEditor {
  /** Another text, unless it is what stands there. */
  show(text: string): void;
  /** The reader's own messages, in place. */
  mark(problems: readonly ProblemView[]): void;
  close(): void;
}

/** Milliseconds without a key until what was written is read. */
const PAUSE = 400;

/** In the page's own colours, which stand out from the card in both themes. */
const COLORS = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--muted)' },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--link)' },
  { tag: [tags.string, tags.content], color: 'var(--ink)' },
  { tag: [tags.keyword, tags.meta, tags.punctuation, tags.separator], color: 'var(--muted)' },
]);

/** An editor in a shadow root: its styles are constructed there, which the page's policy allows. */
export function mountEditor(
  place: HTMLElement,
  text: string,
  label: string,
  onWrite: (text: string) => void,
  assistance: Assistance | null,
): MountedEditor {
  const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let shown = text;
  /** Texts handed on that the page hasn't come back with. */
  let handed: string[] = [];
  const hand = (written: string): void => {
    waiting = undefined;
    handed.push(written);
    onWrite(written);
  };
  const view = new EditorView({
    doc: text,
    root,
    parent: root,
    extensions: [
      basicSetup,
      yaml(),
      ...(assistance === null ? [] : assist(assistance)),
      syntaxHighlighting(COLORS),
      EditorView.contentAttributes.of({ 'aria-label': label }),
      EditorView.theme({
        '&': {
          fontSize: '14px',
          border: '1px solid var(--line)',
          borderRadius: '8px',
          background: 'var(--card)',
          color: 'var(--ink)',
        },
        '.cm-gutters': { background: 'var(--soft)', color: 'var(--muted)', border: 'none' },
        '.cm-cursor': { borderLeftColor: 'var(--ink)' },
        '.cm-tooltip': {
          background: 'var(--card)',
          color: 'var(--ink)',
          border: '1px solid var(--edge)',
          borderRadius: '8px',
          maxInlineSize: '24rem',
        },
        '.cm-tooltip-autocomplete ul li': { padding: '0.3rem 0.6rem' },
        '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--link)', color: 'var(--card)' },
        '.cm-completionInfo, .doc': { padding: '0.5rem 0.7rem', font: '14px/1.45 "Noto Sans", system-ui, sans-serif' },
        '.doc p': { margin: '0.3rem 0 0' },
        '.cm-activeLine, .cm-activeLineGutter': { background: 'transparent' },
      }),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        const wanted = update.state.doc.toString();
        if (wanted === shown) return;
        shown = wanted;
        clearTimeout(waiting);
        waiting = setTimeout(() => hand(wanted), PAUSE);
      }),
    ],
  });
  // What scrolls must be reached by keyboard (WCAG 2.1.1); the editor itself takes the focus inside.
  view.scrollDOM.tabIndex = 0;
  return {
    show(wanted) {
      // What was written here and comes back late stands here already, or something newer does: it must not take away what was typed since.
      const echo = handed.lastIndexOf(wanted);
      if (echo >= 0) handed = handed.slice(echo + 1);
      if (echo >= 0 || waiting !== undefined || wanted === shown || wanted === view.state.doc.toString()) return;
      shown = wanted;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: wanted } });
    },
    mark(problems) {
      const { doc } = view.state;
      const diagnostics = problems.map(({ line, column, message }): Diagnostic => {
        const at = doc.line(Math.min(Math.max(1, line), doc.lines));
        const from = Math.min(at.from + Math.max(0, column - 1), at.to);
        return { from, to: Math.max(from, at.to), severity: 'error', message };
      });
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    close() {
      clearTimeout(waiting);
      if (shown !== text) onWrite(shown);
      view.destroy();
    },
  };
}
