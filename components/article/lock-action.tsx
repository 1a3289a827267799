import { Button, Group, Text, Alert, Anchor, CopyButton, Stack, Textarea } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import Link from 'next/link';
import { ConfirmAction, useQuestion } from '@/components/ui/confirm-action';

/** The button that locks a draft's text, which makes it an article, after a confirmation. */
export function LockAction({
  others,
  isReady,
  onLock,
}: {
  /** Names of others who are editing the text. */
  others: string[];
  isReady: boolean;
  onLock: () => Promise<void>;
}) {
  const question = useQuestion<true>();
  const names = new Intl.ListFormat('en').format(others);
  return (
    <Group gap="sm">
      <Button disabled={!isReady} onClick={() => question.open(true)}>
        Lock the text…
      </Button>
      <Text size="sm" c="dimmed">
        Makes it an article, so that every annotation keeps its position.
      </Text>
      <ConfirmAction
        question={question}
        title="Lock the text?"
        action="Lock the text"
        onConfirm={onLock}
      >
        <Text size="sm">
          The text becomes an article as you see it now, and nobody can change it afterwards. The
          upload is stored with it.
        </Text>
        {others.length > 0 && (
          <Text size="sm">
            {names} {others.length === 1 ? 'is' : 'are'} also editing it.
          </Text>
        )}
      </ConfirmAction>
    </Group>
  );
}

/**
 * Says that somebody else has locked the text, where it is now, and which of the viewer's edits are
 * not in it.
 */
export function LockedNotice({
  by,
  articleId,
  lost,
}: {
  by: string;
  articleId: string;
  /** What was written here and is not in the article; null while that is unknown. */
  lost: string | null;
}) {
  return (
    <Alert
      role="alert"
      variant="light"
      icon={<IconLock aria-hidden />}
      title={`${by} has locked this text`}
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">
          It is an article now and can no longer be changed.{' '}
          <Anchor component={Link} href={`/articles/${articleId}`} inherit>
            Go to the article
          </Anchor>
        </Text>
        {lost !== null && lost !== '' && (
          <>
            <Textarea
              label="Your last edits are not in it"
              description="Each edit with its context. Copy what you need."
              value={lost}
              readOnly
              autosize
              maxRows={12}
              w="100%"
              dir="auto"
            />
            <CopyButton value={lost}>
              {({ copied, copy }) => (
                <Button variant="default" size="sm" onClick={copy}>
                  {copied ? 'Copied' : 'Copy it'}
                </Button>
              )}
            </CopyButton>
          </>
        )}
        {lost === '' && <Text size="sm">Everything that you see below is in it.</Text>}
      </Stack>
    </Alert>
  );
}
