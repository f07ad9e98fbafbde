import { useSignal } from '@preact/signals';

/** A place to drop files, which a button or the keyboard opens, too. */
export function DropZone({
  label,
  choose,
  accept,
  onFiles,
}: {
  readonly label: string;
  readonly choose: string;
  readonly accept: string;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const over = useSignal(false);
  const keep = (event: DragEvent): void => {
    event.preventDefault();
    over.value = true;
  };
  return (
    <label
      class={`drop ${over.value ? 'over' : ''}`}
      onDragEnter={keep}
      onDragOver={keep}
      onDragLeave={() => {
        over.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        over.value = false;
        onFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <span>{label}</span>
      <input
        class="unseen"
        type="file"
        multiple
        accept={accept}
        aria-label={choose}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
      <span class="choose" aria-hidden="true">
        {choose}
      </span>
    </label>
  );
}
