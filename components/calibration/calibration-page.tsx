'use client';

import { AboutSaved } from '@/components/charts/saved-files';
import { Crumbs } from '@/components/ui/page';
import { attemptMessage } from '@/components/workbench/messages';
import { Button, Text, Alert, Anchor, Group, Stack, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { callApi } from '@/components/ui/api';
import { ConfirmAction, useQuestion } from '@/components/ui/confirm-action';
import { AgainstConsensus } from '@/components/workbench/against-consensus';
import type { CalibrationResult } from '@/lib/calibration/calibration-result';
import { AttemptSection } from './attempts';
import { ScoreSection } from './score-section';

/** Starts another attempt, after a confirmation. */
function NewAttemptButton({ articleId }: { articleId: string }) {
  const router = useRouter();
  const question = useQuestion<string>();
  return (
    <>
      <Button variant="default" onClick={() => question.open(articleId)}>
        Try again…
      </Button>
      <ConfirmAction
        question={question}
        title="Annotate this article again?"
        action="Begin again"
        onConfirm={async () => {
          await callApi('POST', `/api/v1/articles/${articleId}/calibration/attempts`);
          router.push(`/articles/${articleId}`);
          router.refresh();
        }}
      >
        <Text>
          You begin with the text alone. Your annotations are kept with this attempt, and the
          consensus is hidden from you until you submit again.
        </Text>
      </ConfirmAction>
    </>
  );
}

/**
 * The result of a calibration article: the score, all attempts, and passage by passage what the
 * consensus has and why.
 */
export function CalibrationPage({ result, isOwn }: { result: CalibrationResult; isOwn: boolean }) {
  const { articleId, title, projectId, projectName, user, attempts, shown, reason } = result;
  const attempt = attempts.find(({ number }) => number === shown);
  const selection = `${title}, ${user.name}, attempt ${shown ?? 0}`;
  const about = useMemo(() => ({ project: projectName, selection }), [projectName, selection]);
  const others = isOwn ? undefined : user.id;
  return (
    <AboutSaved value={about}>
      <Stack gap="xl">
        <Crumbs
          way={[
            { href: `/projects/${projectId}`, name: projectName },
            { href: `/articles/${articleId}`, name: title },
          ]}
        />
        <Group justify="space-between" align="flex-start" gap="md">
          <div>
            <Title order={1} size="h2">
              {isOwn ? 'Your calibration' : `Calibration of ${user.name}`}
            </Title>
            <Text dir="auto" c="dimmed" mt={4}>
              {title}
            </Text>
            {attempt !== undefined && (
              <Text mt="xs" data-figures>
                {attempts.length > 1 ? `Attempt ${attempt.number}. ` : ''}
                {attemptMessage(attempt, isOwn ? null : user.name)}
              </Text>
            )}
          </div>
          <Group gap="sm">
            {result.mayAttempt && <NewAttemptButton articleId={articleId} />}
            <Button
              component={Link}
              variant="default"
              href={`/projects/${projectId}/performance${others === undefined ? '' : `?user=${others}`}`}
            >
              {isOwn ? 'My agreement with consensus' : 'Their agreement with consensus'}
            </Button>
          </Group>
        </Group>
        {reason !== null && (
          <Alert role="note" variant="light" icon={<IconInfoCircle aria-hidden />}>
            {reason}{' '}
            {isOwn && (
              <Anchor component={Link} href={`/articles/${articleId}`} inherit underline="always">
                To the article
              </Anchor>
            )}
          </Alert>
        )}
        {attempt !== undefined && (
          <>
            <ScoreSection attempt={attempt} labels={result.labels} />
            <section aria-labelledby="passages">
              <Title order={2} size="h3" id="passages" mb="sm">
                Passage by passage
              </Title>
              <AgainstConsensus
                key={attempt.number}
                units={result.units}
                text={result.text}
                labels={result.labels}
                whose={{ name: isOwn ? null : user.name }}
              />
            </section>
          </>
        )}
        {attempts.length > 0 && <AttemptSection result={result} user={others} />}
      </Stack>
    </AboutSaved>
  );
}
