import { Text, Title, Button } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useState } from 'react';
import type { Figure } from '@/lib/agreement/figure';
import type { PairMatrix } from '@/lib/agreement/calculator/report';
import styles from './calculator.module.css';

/** Larger matrices would be unreadable and slow. */
const maxNames = 40;

const format = (value: number) => value.toFixed(3).replace('-', '−');

function Cell({ figure, pair }: { figure: Figure | null | undefined; pair: string }) {
  if (!figure) return <td aria-label="the same coder">·</td>;
  if (figure.value === null)
    return (
      <td title={`${pair}: not defined, ${figure.reason}`}>
        <span aria-hidden>–</span>
        <span className={styles.visuallyHidden}>not defined: {figure.reason}</span>
      </td>
    );
  // One hue, by value alone: no threshold, and no colour for good or bad.
  const tint = `${Math.round(34 * Math.max(0, Math.min(1, figure.value)))}%`;
  return (
    <td className={styles.shaded} style={{ '--share': tint } as CSSProperties} data-figures>
      {format(figure.value)}
    </td>
  );
}

/** A figure of each pair of coders, shaded by its value. */
export function MatrixView({ matrix }: { matrix: PairMatrix }) {
  const { title, names, figures } = matrix;
  return (
    <section>
      <Title order={3}>{title}</Title>
      {names.length > maxNames ? (
        <Text size="sm" mt="xs">
          {names.length} coders are too many to draw; the CSV has all pairs of them.
        </Text>
      ) : (
        <div className={styles.scroll} role="region" aria-label={title} tabIndex={0}>
          <table className={styles.matrix}>
            <thead>
              <tr>
                <th scope="col">
                  <span className={styles.visuallyHidden}>Coder</span>
                </th>
                {names.map((name) => (
                  <th key={name} scope="col" dir="auto">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {names.map((name, row) => (
                <tr key={name}>
                  <th scope="row" dir="auto">
                    {name}
                  </th>
                  {names.map((other, column) => (
                    <Cell
                      key={other}
                      figure={figures[row]?.[column]}
                      pair={`${name} and ${other}`}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

const shownAtFirst = 25;

/** Names with a share of 0 to 1 each, as text and as a bar. */
export function ShareTable({
  title,
  rows,
}: {
  title?: string;
  rows: readonly { name: string; count: string; share: number; text: string }[];
}) {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, shownAtFirst);
  if (rows.length === 0) return null;
  return (
    <section>
      {title !== undefined && <Title order={3}>{title}</Title>}
      <table className={styles.shares}>
        <tbody>
          {shown.map(({ name, count, share, text }) => (
            <tr key={name}>
              <th scope="row" dir="auto">
                {name}
              </th>
              <td data-figures>{count}</td>
              <td data-figures>{text}</td>
              <td className={styles.bar} style={{ '--share': share } as CSSProperties} aria-hidden>
                <span />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <Button variant="subtle" size="sm" mt="xs" onClick={() => setAll(true)}>
          Show all {rows.length.toLocaleString('en')}
        </Button>
      )}
    </section>
  );
}
