import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

/** What is folded away until somebody opens it, and made only then: of a plan's lines most never are, and a page is there sooner. */
export function Fold({ summary, children }: { readonly summary: string; readonly children: () => ComponentChildren }) {
  const opened = useSignal(false);
  return (
    <details
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) opened.value = true;
      }}
    >
      <summary>{summary}</summary>
      {opened.value && children()}
    </details>
  );
}
