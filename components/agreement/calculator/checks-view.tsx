import type { CheckLine } from '@/lib/agreement/calculator/answer-file';
import { Button, Code, Text } from '@mantine/core';
import { useState } from 'react';
import { formatFigure } from '@/lib/agreement/calculator/report-lines';
import styles from './calculator.module.css';

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
