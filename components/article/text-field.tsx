import { Button, FileButton, Group, Text, Textarea } from '@mantine/core';
import { useFileDrop } from '@/components/ui/use-file-drop';
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
  const drop = useFileDrop(onFile);
  return (
    <div className={styles.field} {...drop}>
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
