import { Button, Title } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useState } from 'react';
import styles from './calculator.module.css';

const shownAtFirst = 25;

/** Names with a share of 0 to 1 each, as words and as a bar. */
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
