'use client';

import { Alert, Anchor, Stack, Text, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import Link from 'next/link';
import { AgainstConsensus } from '@/components/workbench/against-consensus';
import { Crumbs } from '@/components/ui/crumbs';
import type { ChangesResult } from '@/lib/adjudication/changes/changes-view';
import { OutcomeBar } from './outcome-bar';
import { countsMessage } from '@/components/workbench/outcome-messages';

/** What became of a reading in an article, place by place, and why. */
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
                The article is still being settled, so this may change.
              </Text>
            )}
          </div>
          <section aria-labelledby="places">
            <Title order={2} size="h3" id="places" mb="sm">
              Place by place
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
