import { Alert, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { counted } from '@/components/annotate/deed-words';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { Time } from '@/components/ui/time';
import type { SettlingDesk } from '@/lib/adjudication/desk/settling-desk';
import { byRule, effectWords, mergeParts, strategyWords } from './merge-words';
import { StackedBar } from './stacked-bar';
import { StrategyFields } from './strategy-fields';
import { useMerge } from './use-merge';
import classes from './settling-panel.module.css';

/** Rules before hands: what is not in dispute is settled by a strategy that is stated, previewed, recorded and can be run again. */
export function RulesPanel({
  desk,
  onMerged,
  onClose,
}: {
  desk: SettlingDesk;
  onMerged: () => Promise<void>;
  onClose: () => void;
}) {
  const first = desk.merge?.strategy ?? desk.rules.strategy;
  const { articleId, projectId, units } = desk;
  const merge = useMerge(articleId, projectId, first, units, onMerged);
  const { strategy, preview, done } = merge;
  const isFixed = desk.reason !== null;
  const isKept = JSON.stringify(merge.kept ?? desk.rules.strategy) === JSON.stringify(strategy);
  const counts = preview?.counts;
  return (
    <section className={classes.rules} aria-label="Rules before hands">
      <Group justify="space-between" wrap="nowrap" gap={8}>
        <Title order={2} size="h4">
          Rules before hands
        </Title>
        <Button size="compact-sm" variant="subtle" onClick={onClose}>
          To the places (m)
        </Button>
      </Group>
      <Text size="sm">
        Let a rule settle what is not in dispute; the rest is for people. What a person has decided
        is never changed by a rule.
      </Text>
      {desk.merge !== null && (
        <Text size="sm" c="dimmed">
          Last run by <bdi>{desk.merge.by.name}</bdi>, <Time at={desk.merge.at} />:{' '}
          {strategyWords(desk.merge.strategy)}
        </Text>
      )}
      <StrategyFields strategy={strategy} onChange={merge.setStrategy} />
      <div className={classes.foot}>
        <Text size="sm" fw={600}>
          {strategyWords(strategy)}
        </Text>
        {counts === undefined && merge.problem === null && <Skeleton height={72} animate={false} />}
        {counts !== undefined && (
          <div aria-live="polite">
            <StackedBar
              name={`Of ${counted(counts.units, 'place')}`}
              parts={mergeParts.map((part) => ({ ...part, count: counts[part.key] }))}
            />
            <Text size="sm" mt={6}>
              {effectWords(counts)}
              {counts.changed > 0 &&
                ` Of those decided by people, ${counts.changed} ask to be looked at again.`}
            </Text>
          </div>
        )}
        {merge.problem && <ProblemAlert problem={merge.problem} />}
        {done !== null && (
          <Alert color="green" variant="light" role="status" p="xs">
            {counted(byRule(done.counts), 'place')} {byRule(done.counts) === 1 ? 'is' : 'are'}{' '}
            settled by rule; {done.counts.open} left to people.
          </Alert>
        )}
        <Stack gap={6}>
          <Button
            size="sm"
            loading={merge.isBusy}
            disabled={isFixed || counts === undefined}
            onClick={() => void merge.merge()}
          >
            {counts === undefined
              ? 'Settle by rule'
              : `Settle these ${counted(byRule(counts), 'place')}`}
          </Button>
          <Group gap={6}>
            <Button
              size="compact-sm"
              variant="default"
              disabled={isKept || merge.isBusy}
              onClick={() => void merge.keep()}
            >
              {isKept ? 'This is the project’s strategy' : 'Use this strategy for the project'}
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={onClose}>
              {done === null && desk.merge === null ? 'Go on without rules' : 'On to the places'}
            </Button>
          </Group>
        </Stack>
      </div>
    </section>
  );
}
