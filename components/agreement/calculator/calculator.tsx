'use client';

import { saveFile } from '@/components/ui/save-or-copy';
import { Alert, Button, Code, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { FileAnswer } from '@/lib/agreement/calculator/answer-file';
import type { ReadOptions } from '@/lib/agreement/calculator/own-file';
import { answerCsv } from './answer-csv';
import { DataField, ReadOptionFields } from './data-field';
import { ReportView, ChecksView } from './report-view';
import { useAnswer } from './use-answer';

type Data = { name: string; data: Blob | string };

function download(name: string, answer: FileAnswer): void {
  const content = new Blob([answerCsv(name, answer)], { type: 'text/csv;charset=utf-8' });
  saveFile(`${name.replace(/\.[^.]{1,5}$/, '')} agreement.csv`, content);
}

function Found({ name, answer }: { name: string; answer: FileAnswer }) {
  return (
    <Stack gap="md">
      <Group justify="space-between" align="end">
        <Title order={2} dir="auto">
          {name}
        </Title>
        <Button variant="default" size="sm" onClick={() => download(name, answer)}>
          Download as CSV
        </Button>
      </Group>
      {answer.kind === 'report' ? (
        <ReportView report={answer.report} />
      ) : (
        <ChecksView lines={answer.lines} />
      )}
    </Stack>
  );
}

/** The agreement calculator: computes figures for a user’s own data in their browser. */
export function Calculator() {
  const [text, setText] = useState('');
  const [given, setGiven] = useState<Data | null>(null);
  const [options, setOptions] = useState<ReadOptions>({});
  const { answered, requestAnswer } = useAnswer();
  const answer = (data: Data | null, how: ReadOptions) => {
    setGiven(data);
    requestAnswer(data && { data: data.data, options: how });
  };
  return (
    <Stack gap="lg">
      <div>
        <Title order={1} size="h2">
          Agreement calculator
        </Title>
        <Text c="dimmed">
          How much annotators or coders agree, by the measures that journals require. Your data
          stays on this device: nothing is sent anywhere.
        </Text>
      </div>
      <DataField
        text={text}
        onText={setText}
        onFile={(file) => {
          setText('');
          answer({ name: file.name, data: file }, options);
        }}
        onExample={(name, example) => {
          setText(example);
          setOptions({});
          answer({ name, data: example }, {});
        }}
      />
      <ReadOptionFields
        options={options}
        onOptions={(how) => {
          setOptions(how);
          if (given !== null) answer(given, how);
        }}
      />
      <Group>
        <Button
          disabled={text.trim() === ''}
          onClick={() => answer({ name: 'Pasted data', data: text }, options)}
        >
          Calculate
        </Button>
        {answered.at !== 'nothing' && (
          <Button
            variant="subtle"
            onClick={() => {
              setText('');
              answer(null, options);
            }}
          >
            {answered.at === 'work' ? 'Stop' : 'Start again'}
          </Button>
        )}
      </Group>
      <div aria-live="polite" aria-busy={answered.at === 'work'}>
        {answered.at === 'nothing' && (
          <Text size="sm" c="dimmed">
            A row without start and end says that an annotator was assigned to a document and
            annotated nothing; annotators without a row for a document were not assigned to it.
            Positions are half-open and count from 0, preferably in Unicode code points. In a shell,
            use <Code>npm run --silent agree -- FILE</Code>.
          </Text>
        )}
        {answered.at === 'work' && (
          <Stack gap="sm">
            <Text size="sm">Working on “{given?.name}” …</Text>
            {[1, 2, 3, 4].map((row) => (
              <Skeleton key={row} height={44} />
            ))}
          </Stack>
        )}
        {answered.at === 'fault' && (
          <Alert
            role="alert"
            color="red"
            variant="light"
            icon={<IconAlertTriangle aria-hidden />}
            title={`“${given?.name}” cannot be used as it is`}
          >
            {answered.fault}
          </Alert>
        )}
        {answered.at === 'answer' && given !== null && (
          <Found name={given.name} answer={answered.answer} />
        )}
      </div>
    </Stack>
  );
}
