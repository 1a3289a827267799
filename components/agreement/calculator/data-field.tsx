import { Button, FileButton, Group, Text, Textarea } from '@mantine/core';
import { useFileDrop } from '@/components/ui/use-file-drop';
import { examples } from './example-data';
import styles from './calculator.module.css';

/** Where data comes from: dropped or chosen as a file, pasted, or an example. */
export function DataField({
  text,
  onText,
  onFile,
  onExample,
}: {
  text: string;
  onText: (text: string) => void;
  onFile: (file: File) => void;
  onExample: (name: string, text: string) => void;
}) {
  const drop = useFileDrop(onFile);
  return (
    <div className={styles.field} {...drop}>
      <Textarea
        label="Your data"
        description="Drop a file here, choose one, or paste a table: CSV with commas, semicolons or tabs, or the JSON of a reference case."
        placeholder={'document,annotator,start,end,label\nspeech,Ann,12,40,loaded\nspeech,Bob,,,'}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        rows={6}
        spellCheck={false}
        dir="auto"
        classNames={{ input: styles.input }}
      />
      <Group gap="sm" mt="xs">
        <FileButton
          onChange={(file) => file && onFile(file)}
          accept=".csv,.tsv,.txt,.json,text/csv"
        >
          {(props) => (
            <Button {...props} variant="default" size="sm">
              Choose a file
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          or try
        </Text>
        {examples.map((example) => (
          <Button
            key={example.name}
            variant="subtle"
            size="sm"
            onClick={() => onExample(example.name, example.text)}
          >
            {example.name}
          </Button>
        ))}
      </Group>
    </div>
  );
}
