import { Anchor, Badge, Progress, Table, Text } from '@mantine/core';
import Link from 'next/link';
import type { SettlingProgress } from '@/lib/adjudication/overview/settling-overview';
import { progressParts, progressWords, readingsWords, stateWords } from './overview-words';
import classes from './overview.module.css';

/** One article: its readings, what is decided of it and by whom, and whether it is settled. */
export function OverviewRow({ progress }: { progress: SettlingProgress }) {
  const { articleId, title, state, calibration } = progress;
  const { people, rules, open } = progressParts(progress);
  const whole = Math.max(1, people + rules + open);
  const words = progressWords(progress);
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.title}>
        <Anchor
          component={Link}
          href={`/articles/${articleId}/adjudication`}
          prefetch={false}
          dir="auto"
        >
          {title}
        </Anchor>
        <Text size="xs" c="dimmed">
          {readingsWords(progress)}
        </Text>
      </Table.Th>
      <Table.Td className={classes.decided}>
        <Progress.Root size="md" role="img" aria-label={words}>
          <Progress.Section value={(100 * people) / whole} className={classes.people} />
          <Progress.Section value={(100 * rules) / whole} className={classes.rules} />
        </Progress.Root>
        <Text size="xs" c="dimmed" mt={2} data-figures>
          {words}
        </Text>
      </Table.Td>
      <Table.Td className={classes.state}>
        <Badge variant={state === 'submitted' ? 'filled' : 'default'} tt="none" fw={500}>
          {stateWords(progress)}
        </Badge>
        {calibration && (
          <Text size="xs" c="dimmed" mt={2}>
            Calibration
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
