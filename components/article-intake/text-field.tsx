import { Button, FileButton, Group, Text, Textarea } from '@mantine/core';
import type { DragEvent } from 'react';
import { useState } from 'react';
import styles from './text-field.module.css';

/** The field for an article's text: to be pasted, chosen as a file, or dropped as one. */
export function TextField({
  value,
  error,
  note,
  onText,
  onFile,
}: {
  value: string;
  error: string | undefined;
  /** What is to be said of the last file. */
  note: string;
  onText: (text: string) => void;
  onFile: (file: File) => void;
}) {
  const [over, setOver] = useState(false);
  const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const drop = (event: DragEvent) => {
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file === undefined) return;
    event.preventDefault();
    onFile(file);
  };
  return (
    <div
      className={styles.field}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Textarea
        label="Text"
        required
        description="Paste the article, choose a text file, or drop one here."
        value={value}
        error={error}
        onChange={(event) => onText(event.currentTarget.value)}
        rows={14}
        name="text"
        spellCheck={false}
        dir="auto"
        classNames={{ input: styles.input }}
      />
      <Group gap="sm" mt="xs">
        <FileButton onChange={(file) => file && onFile(file)} accept=".txt,.text,.md,text/plain">
          {(props) => (
            <Button {...props} variant="default" size="sm">
              Choose a text file
            </Button>
          )}
        </FileButton>
        <Text size="sm" role="status">
          {note}
        </Text>
      </Group>
    </div>
  );
}
