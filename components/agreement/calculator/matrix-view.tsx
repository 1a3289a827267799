import { Text, Title } from '@mantine/core';
import type { CSSProperties } from 'react';
import type { Figure } from '@/lib/agreement/figure';
import type { PairMatrix } from '@/lib/agreement/calculator/report';
import styles from './calculator.module.css';

/** More would be a wall of digits, and slow. */
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

/** A figure of every two coders, shaded by its size. */
export function MatrixView({ matrix }: { matrix: PairMatrix }) {
  const { title, names, figures } = matrix;
  return (
    <section>
      <Title order={3}>{title}</Title>
      {names.length > maxNames ? (
        <Text size="sm" mt="xs">
          {names.length} coders are too many to draw; the CSV has every two of them.
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
