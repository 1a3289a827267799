'use client';

import { Button, Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { callApi } from '@/components/ui/api';
import { ConfirmAction } from '@/components/ui/confirm-action';
import { useQuestion } from '@/components/ui/use-question';

/** Begins another attempt, after one question. */
export function NewAttemptButton({ articleId }: { articleId: string }) {
  const router = useRouter();
  const question = useQuestion<string>();
  return (
    <>
      <Button variant="default" onClick={() => question.open(articleId)}>
        Try again…
      </Button>
      <ConfirmAction
        question={question}
        title="Label this article again?"
        action="Begin again"
        onConfirm={async () => {
          await callApi('POST', `/api/v1/articles/${articleId}/calibration/attempts`);
          router.push(`/articles/${articleId}`);
          router.refresh();
        }}
      >
        <Text>
          You begin with the bare text. What you had marked is kept in this attempt, and the
          consensus is closed to you until you submit again.
        </Text>
      </ConfirmAction>
    </>
  );
}
