import type { CheckLine } from '@/lib/agreement/calculator/answer-file';
import { Button, Code, Text, List, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import styles from './calculator.module.css';
import { MatrixView, ShareTable } from './report-tables';
import type { Entry, Report } from '@/lib/agreement/calculator/report';
import { counted, formatFigure } from '@/lib/agreement/calculator/report';

const shownAtFirst = 100;
const maxCharacters = 160;

const shortened = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > maxCharacters ? `${text.slice(0, maxCharacters)}…` : text;
};

function formatValue({ value, reason }: CheckLine): string {
  if (value === null) return `not defined: ${reason ?? 'no reason is given'}`;
  return typeof value === 'number' ? formatFigure({ value }) : shortened(value);
}

/** The results of a reference case’s checks, in order. */
export function ChecksView({ lines }: { lines: readonly CheckLine[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? lines : lines.slice(0, shownAtFirst);
  return (
    <div>
      <table className={styles.figures}>
        <caption className={styles.visuallyHidden}>Checks of the reference case</caption>
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col">Figure</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line, at) => (
            <tr key={at}>
              <th scope="row">
                {line.measure}
                {Object.keys(line.params).length > 0 && (
                  <Text size="sm" component="div">
                    <Code>{shortened(line.params)}</Code>
                  </Text>
                )}
              </th>
              <td data-figures>{formatValue(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < lines.length && (
        <Button variant="subtle" size="sm" mt="xs" onClick={() => setAll(true)}>
          Show all {lines.length.toLocaleString('en')}
        </Button>
      )}
    </div>
  );
}

function EntryRow({ entry }: { entry: Entry }) {
  const { title, answers, figure, interval, n, of } = entry;
  const range = interval && [interval.low, interval.high].map((value) => formatFigure({ value }));
  return (
    <tr>
      <th scope="row">
        <span dir="auto">{title}</span>
        <Text size="sm" c="dimmed" fw={400}>
          {answers}
        </Text>
      </th>
      <td>
        {figure.value === null ? (
          <Text size="sm">{formatFigure(figure)}</Text>
        ) : (
          <span className={styles.value} data-figures>
            {formatFigure(figure)}
          </span>
        )}
        {range && (
          <Text size="sm" c="dimmed" data-figures>
            95 %: {range.join(' to ')}
          </Text>
        )}
        {interval !== null && interval.undefinedReplicates > 0 && (
          <Text size="sm" c="dimmed">
            {counted(interval.undefinedReplicates, 'replicate')} not defined and left out
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {counted(n, of)}
        </Text>
      </td>
    </tr>
  );
}

/** All figures for a user’s data, each with the question that it answers. */
export function ReportView({ report }: { report: Report }) {
  // The reason is the same for all figures, so it is shown once.
  const reason = report.entries.find(({ intervalReason }) => intervalReason)?.intervalReason;
  const notes = reason ? [...report.notes, `No 95 % intervals: ${reason}.`] : report.notes;
  return (
    <Stack gap="xl">
      <div>
        <Text>{report.summary}</Text>
        {notes.length > 0 && (
          <List size="sm" mt="xs">
            {notes.map((note) => (
              <List.Item key={note}>{note}</List.Item>
            ))}
          </List>
        )}
      </div>
      <table className={styles.figures}>
        <caption className={styles.visuallyHidden}>Figures of agreement</caption>
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">Figure</th>
          </tr>
        </thead>
        <tbody>
          {report.entries.map((entry) => (
            <EntryRow key={`${entry.measure} ${JSON.stringify(entry.params)}`} entry={entry} />
          ))}
        </tbody>
      </table>
      {report.pairs.map((matrix) => (
        <MatrixView key={matrix.measure} matrix={matrix} />
      ))}
      <ShareTable
        title={
          report.kind === 'spans'
            ? 'How often each label was given'
            : 'How often each value was given'
        }
        rows={report.prevalence.map(({ value, count, share }) => ({
          name: value,
          count: counted(count, 'time'),
          share,
          text: `${(100 * share).toFixed(1)} %`,
        }))}
      />
      {report.competence.length > 0 && (
        <div>
          <Title order={3}>Competence of each coder</Title>
          <Text size="sm" c="dimmed" mb="xs">
            By MACE: the weight of knowing over guessing, 0 to 1. With fewer than 50 items it
            depends on the random start.
          </Text>
          <ShareTable
            rows={report.competence.map(({ coder, items, value }) => ({
              name: coder,
              count: items < 50 ? `${counted(items, 'item')}: too few` : counted(items, 'item'),
              share: value,
              text: formatFigure({ value }),
            }))}
          />
        </div>
      )}
    </Stack>
  );
}
