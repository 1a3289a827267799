import { Button, FileButton, Group, Text, Textarea, Select } from '@mantine/core';
import { useFileDrop } from '@/components/ui/use-file-drop';
import styles from './calculator.module.css';
import { orientations } from '@/lib/agreement/calculator/coding-data';
import type { ReadOptions } from '@/lib/agreement/calculator/own-file';
import { fileKinds } from '@/lib/agreement/calculator/own-file';

/** Example data in the form of an uploaded file. */
export const examples = [
  {
    name: 'Spans by three annotators',
    text: `document,annotator,start,end,label,length
speech,Alex,2,5,1,20
speech,Alex,9,11,1,20
speech,Alex,12,20,2,20
speech,Paul,2,5,1,20
speech,Paul,7,15,2,20
speech,Susan,2,5,1,20
speech,Susan,10,15,2,20
`,
  },
  {
    // Krippendorff 2011, “Computing Krippendorff’s Alpha-Reliability”, section C.
    name: 'Twelve items by four coders',
    text: `item,Observer A,Observer B,Observer C,Observer D
1,1,1,,1
2,2,2,3,2
3,3,3,3,3
4,3,3,3,3
5,2,2,2,2
6,1,2,3,4
7,4,4,4,4
8,1,1,2,1
9,2,2,2,2
10,,5,5,5
11,,,1,1
12,,3,,
`,
  },
] as const;

/** The input of the calculator: a dropped or chosen file, pasted text, or an example. */
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

const kindLabels = {
  guess: 'Detect automatically',
  spans: 'Spans: document, annotator, start, end, label',
  coding: 'A table of coders and items',
  case: 'A reference case in JSON',
};

const orientationLabels = { coders: 'A column is a coder', items: 'A column is an item' };

/** How to parse the data where it cannot be detected. */
export function ReadOptionFields({
  options,
  onOptions,
}: {
  options: ReadOptions;
  onOptions: (options: ReadOptions) => void;
}) {
  return (
    <Group gap="md" align="end">
      <Select
        label="Format"
        allowDeselect={false}
        w={330}
        maw="100%"
        value={options.kind ?? 'guess'}
        data={Object.entries(kindLabels).map(([value, label]) => ({ value, label }))}
        onChange={(value) => {
          onOptions({ ...options, kind: fileKinds.find((kind) => kind === value) });
        }}
      />
      {(options.kind ?? 'coding') === 'coding' && (
        <Select
          label="Columns"
          allowDeselect={false}
          w={220}
          value={options.orientation ?? 'coders'}
          data={Object.entries(orientationLabels).map(([value, label]) => ({ value, label }))}
          onChange={(value) => {
            onOptions({ ...options, orientation: orientations.find((one) => one === value) });
          }}
        />
      )}
    </Group>
  );
}
