'use client';

import { Crumbs } from '@/components/ui/page';
import { countsMessage, outcomeNames, changesAddress } from '@/components/workbench/messages';
import { Anchor, Stack, Text, Title, Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import Link from 'next/link';
import { listAddress } from '@/components/ui/list-address';
import { Time } from '@/components/ui/time';
import { AgainstConsensus } from '@/components/workbench/against-consensus';
import type {
  ChangedArticles as Changed,
  ChangesResult,
} from '@/lib/adjudication/changes/changes-view';
import type { OutcomeCounts, UnitOutcome } from '@/lib/adjudication/changes/unit-outcome';
import { unitOutcomes } from '@/lib/adjudication/changes/unit-outcome';
import classes from './decision-log.module.css';

const outcomeClasses: Record<UnitOutcome, string | undefined> = {
  unchanged: classes.unchanged,
  changed: classes.changedSegment,
  rejected: classes.rejected,
  missed: classes.missed,
  waiting: classes.waiting,
};

/** How many units are drawn before those of this outcome. */
const beforeOf = (counts: OutcomeCounts, outcome: UnitOutcome): number =>
  unitOutcomes
    .slice(0, unitOutcomes.indexOf(outcome))
    .reduce((sum, earlier) => sum + counts[earlier], 0);

/** How many units have each outcome, as one bar; `max` units fill its width. */
function OutcomeBar({ counts, max }: { counts: OutcomeCounts; max: number }) {
  return (
    <svg
      className={classes.bar}
      viewBox={`0 0 ${Math.max(1, max)} 1`}
      preserveAspectRatio="none"
      role="img"
      aria-label={countsMessage(counts)}
    >
      {unitOutcomes
        .filter((outcome) => counts[outcome] > 0)
        .map((outcome) => (
          <rect
            key={outcome}
            className={outcomeClasses[outcome]}
            x={beforeOf(counts, outcome)}
            width={counts[outcome]}
            height={1}
          />
        ))}
    </svg>
  );
}

/** The legend of the bars. */
function OutcomeLegend() {
  return (
    <ul className={classes.legend} aria-label="What the bars show">
      {unitOutcomes.map((outcome) => (
        <li key={outcome}>
          <svg className={classes.swatch} width={14} height={14} aria-hidden>
            <rect className={outcomeClasses[outcome]} width={14} height={14} />
          </svg>
          <span>
            <strong>{outcomeNames[outcome].name}</strong>: {outcomeNames[outcome].is}
          </span>
        </li>
      ))}
    </ul>
  );
}

const totalOf = ({ counts }: Changed['items'][number]) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/**
 * The outcomes of somebody's annotations, article by article, drawn so that articles can be
 * compared.
 */
export function ChangedArticles({ changed, isOwn }: { changed: Changed; isOwn: boolean }) {
  const { projectId, user, items, nextCursor } = changed;
  const maxTotal = Math.max(1, ...items.map(totalOf));
  const others = isOwn ? undefined : user.id;
  return (
    <Stack gap="lg">
      <div>
        <Title order={1} size="h2">
          {isOwn ? 'What changed in my work' : `What changed in the work of ${user.name}`}
        </Title>
        <Text c="dimmed" maw="46rem" mt={4}>
          Articles that {isOwn ? 'you have' : 'they have'} submitted and in which something is
          decided, most recently decided first. Open one to see every passage with its reason.
        </Text>
      </div>
      {items.length === 0 ? (
        <Text>
          Nothing is decided yet in the articles that {isOwn ? 'you have' : 'they have'} submitted.
        </Text>
      ) : (
        <OutcomeLegend />
      )}
      <ul className={classes.changed} aria-label="Articles">
        {items.map((item) => (
          <li key={item.articleId}>
            <Anchor component={Link} href={changesAddress(item.articleId, others)} fw={600}>
              <bdi>{item.title}</bdi>
            </Anchor>
            <OutcomeBar counts={item.counts} max={maxTotal} />
            <Text size="sm" data-figures>
              {countsMessage(item.counts)}
              <Text span size="sm" c="dimmed">
                {' · '}
                {item.state === 'submitted' ? 'resolved' : 'in adjudication'}, last decided{' '}
                <Time at={item.decidedAt} />
              </Text>
            </Text>
          </li>
        ))}
      </ul>
      {nextCursor !== null && (
        <Anchor
          component={Link}
          href={listAddress(`/projects/${projectId}/changes`, { user: others, from: nextCursor })}
        >
          Earlier articles
        </Anchor>
      )}
    </Stack>
  );
}

/** The outcome of somebody's annotations in an article, passage by passage, with reasons. */
export function ChangesPage({ result, isOwn }: { result: ChangesResult; isOwn: boolean }) {
  const { articleId, title, projectId, projectName, user, state, reason, counts } = result;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <Stack gap="lg">
      <Crumbs
        way={[
          { href: `/projects/${projectId}`, name: projectName },
          { href: `/articles/${articleId}`, name: title },
          {
            href: `/projects/${projectId}/changes${isOwn ? '' : `?user=${user.id}`}`,
            name: 'All articles',
          },
        ]}
      />
      <div>
        <Title order={1} size="h2">
          {isOwn
            ? 'What changed in my work, and why'
            : `What changed in the work of ${user.name}, and why`}
        </Title>
        <Text dir="auto" c="dimmed">
          {title}
        </Text>
      </div>
      {reason !== null ? (
        <Alert variant="light" icon={<IconInfoCircle aria-hidden />}>
          {reason}{' '}
          <Anchor component={Link} href={`/articles/${articleId}`} inherit underline="always">
            To the article
          </Anchor>
        </Alert>
      ) : (
        <>
          <div>
            <Text data-figures>{countsMessage(counts)}.</Text>
            <OutcomeBar counts={counts} max={total} />
            {state === 'open' && (
              <Text size="sm" c="dimmed">
                The article is still in adjudication, so this may change.
              </Text>
            )}
          </div>
          <section aria-labelledby="passages">
            <Title order={2} size="h3" id="passages" mb="sm">
              Passage by passage
            </Title>
            <AgainstConsensus
              units={result.units}
              text={result.text}
              labels={result.labels}
              whose={{ name: isOwn ? null : user.name }}
              isOpen={state === 'open'}
            />
          </section>
        </>
      )}
    </Stack>
  );
}
