'use client';

import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { labelShelf } from '@/components/annotate/label-shelf';
import type { DecisionListing } from '@/lib/adjudication/decision/decision-view';
import type { SettlingRules } from '@/lib/adjudication/settling-rules';
import type { Label } from '@/lib/codebook/codebook';
import { CaseCard } from './case-card';
import type { CasesAsk } from './cases-ask';
import { casesAddress, isNarrowed } from './cases-ask';
import { CasesFilters } from './cases-filters';
import classes from './cases.module.css';

const about =
  'What was settled, with its reason: how labels are meant in practice. Only articles are searched whose consensus is open to you. What rules found was hardly in dispute, so it is left out unless you ask for it.';

/** A project's decided cases: to be searched, read, and linked to. */
export function CasesRoom({
  projectId,
  ask,
  listing: { items, nextCursor },
  labels,
  reasons,
}: {
  projectId: string;
  ask: CasesAsk;
  listing: Pick<DecisionListing, 'items' | 'nextCursor'>;
  labels: readonly Label[];
  reasons: SettlingRules['reasons'];
}) {
  const router = useRouter();
  const shelf = useMemo(() => labelShelf(labels), [labels]);
  const onAsk = (change: Partial<CasesAsk>) =>
    router.replace(casesAddress(projectId, { ...ask, from: undefined, ...change }), {
      scroll: false,
    });
  return (
    <Stack gap="lg">
      <div>
        <Title order={1} size="h2">
          Decided cases
        </Title>
        <Text c="dimmed" maw="46rem" mt={4}>
          {about}
        </Text>
      </div>
      <CasesFilters ask={ask} labels={labels} reasons={reasons} onAsk={onAsk} />
      {items.length === 0 &&
        (isNarrowed(ask) ? (
          <Text>
            No decided case is like this.{' '}
            <Anchor component={Link} href={casesAddress(projectId, {})} inherit underline="always">
              Show all
            </Anchor>
          </Text>
        ) : (
          <Text maw="46rem">
            Nothing that you may see has been decided by people yet. Cases come here as managers
            settle articles
            {'; those of an article open to you once you have submitted your reading'}.
          </Text>
        ))}
      <ul className={classes.cases} aria-label="Cases">
        {items.map((decision) => (
          <CaseCard key={decision.id} decision={decision} shelf={shelf} />
        ))}
      </ul>
      <Group gap="lg">
        {ask.from !== undefined && (
          <Anchor component={Link} href={casesAddress(projectId, { ...ask, from: undefined })}>
            To the newest
          </Anchor>
        )}
        {nextCursor !== null && (
          <Anchor component={Link} href={casesAddress(projectId, { ...ask, from: nextCursor })}>
            Older cases
          </Anchor>
        )}
      </Group>
    </Stack>
  );
}
