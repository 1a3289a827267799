'use client';

import { labelLookup } from '@/components/article-text/labels';
import { annotationsAddress } from '@/components/workbench/comparison-page-query';
import { Crumbs } from '@/components/ui/page';
import { Alert, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { useMemo } from 'react';
import type { DecisionHistory } from '@/lib/adjudication/decision-log/decision-log';
import { Time } from '@/components/ui/time';
import type { DecisionView } from '@/lib/adjudication/decision/decision-view';
import type { Label } from '@/lib/codebook/codebook';
import { decisionsAddress } from '@/components/workbench/decisions-query';
import { DecisionSides, DecisionPassage, CopyButton } from './decision-card';
import classes from './decision-log.module.css';
import { citation, decisionKindText, reasonText } from './decision-messages';

function Other({ name, decision }: { name: string; decision: DecisionView }) {
  return (
    <li>
      {name}:{' '}
      <Anchor component={Link} href={`/decisions/${decision.id}`} inherit underline="always">
        {decisionKindText(decision)}
      </Anchor>
      . {reasonText(decision)}{' '}
      <span className={classes.byline}>
        <bdi>{decision.by.name}</bdi>, <Time at={decision.at} />
      </span>
    </li>
  );
}

/** One decision, at its permanent address. */
export function DecisionPage({
  decided: { decision, before, after },
  project,
  labels,
}: {
  decided: DecisionHistory;
  project: { id: string; name: string };
  labels: readonly Label[];
}) {
  const lookup = useMemo(() => labelLookup(labels), [labels]);
  const { id, articleId, layerId, articleTitle, source, by, at, endedAt, endedBy } = decision;
  const address = () => `${location.origin}/decisions/${id}`;
  const cited = () =>
    citation(decision, {
      project: project.name,
      labelName: (key) => lookup.of(key).name,
      address: address(),
    });
  return (
    <Stack gap="lg">
      <Crumbs
        way={[
          { href: `/projects/${project.id}`, name: project.name },
          { href: decisionsAddress(project.id, {}), name: 'Decision log' },
        ]}
      />
      <div>
        <Title order={1} size="h2" mb="sm">
          Decision
        </Title>
        <blockquote className={classes.passage} dir="auto" style={{ marginInline: 0 }}>
          <DecisionPassage decision={decision} />
        </blockquote>
        <Text size="sm" c="dimmed">
          In{' '}
          <Anchor component={Link} href={`/articles/${articleId}`} inherit underline="always">
            <bdi>{articleTitle}</bdi>
          </Anchor>
          {source !== null && <bdi> ({source})</bdi>}
        </Text>
      </div>
      {endedAt !== null && (
        <Alert variant="light" title="No longer in force">
          {after === null ? 'It was revoked' : 'It was replaced'}
          {endedBy !== null && (
            <>
              {' '}
              by <bdi>{endedBy.name}</bdi>
            </>
          )}
          , <Time at={endedAt} />.
        </Alert>
      )}
      <section aria-label="The decision">
        <Title order={2} size="h4">
          {decisionKindText(decision)}
        </Title>
        <DecisionSides decision={decision} lookup={lookup} />
        <p className={classes.reason}>{reasonText(decision)}</p>
        <Text size="sm" c="dimmed" mt={6}>
          <bdi>{by.name}</bdi>, <Time at={at} />
        </Text>
      </section>
      {(before.length > 0 || after !== null) && (
        <section aria-labelledby="others">
          <Title order={2} size="h4" id="others" mb="xs">
            Other decisions on this passage
          </Title>
          <ul className={classes.annotations}>
            {after !== null && <Other name="Replaced by" decision={after} />}
            {before.map((one) => (
              <Other key={one.id} name="It replaced" decision={one} />
            ))}
          </ul>
        </section>
      )}
      <Group gap="sm">
        <CopyButton name="Copy link" text={address} />
        <CopyButton name="Copy citation" text={cited} />
        <Button
          component={Link}
          href={annotationsAddress(articleId, layerId, decision)}
          size="compact-sm"
          variant="default"
        >
          See it in the article
        </Button>
      </Group>
    </Stack>
  );
}
