import { Button, Group, Text, Alert, Anchor, CopyButton, Stack, Textarea } from '@mantine/core';
import { IconSnowflake } from '@tabler/icons-react';
import Link from 'next/link';
import { ConfirmAction, useQuestion } from '@/components/ui/confirm-action';

/** The one deed of a draft: to freeze it as an article, once it has been asked whether to. */
export function LockAction({
  others,
  isReady,
  onLock,
}: {
  /** Names of those who are at the text, too. */
  others: string[];
  isReady: boolean;
  onLock: () => Promise<void>;
}) {
  const question = useQuestion<true>();
  const names = new Intl.ListFormat('en').format(others);
  return (
    <Group gap="sm">
      <Button disabled={!isReady} onClick={() => question.open(true)}>
        Freeze…
      </Button>
      <Text size="sm" c="dimmed">
        Makes it an article, so that every highlight keeps its place.
      </Text>
      <ConfirmAction
        question={question}
        title="Freeze this text?"
        action="Freeze"
        onConfirm={onLock}
      >
        <Text size="sm">
          The text becomes an article as you see it now, and nobody can change it afterwards. The
          upload is kept beside it.
        </Text>
        {others.length > 0 && (
          <Text size="sm">
            {names} {others.length === 1 ? 'is' : 'are'} here, too.
          </Text>
        )}
      </ConfirmAction>
    </Group>
  );
}

/** Said where somebody else has frozen the text: who, where it is now, and what of mine is not in it. */
export function LockedNotice({
  by,
  articleId,
  lost,
}: {
  by: string;
  articleId: string;
  /** What was written here and is not in the article; null as long as that is not known. */
  lost: string | null;
}) {
  return (
    <Alert
      role="alert"
      variant="light"
      icon={<IconSnowflake aria-hidden />}
      title={`${by} has frozen this text`}
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">
          It is an article now and does not change any more.{' '}
          <Anchor component={Link} href={`/articles/${articleId}`} inherit>
            Go to the article
          </Anchor>
        </Text>
        {lost !== null && lost !== '' && (
          <>
            <Textarea
              label="What you wrote last is not in it"
              description="Each piece with the words around it. Copy it if you need it."
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
        {lost === '' && <Text size="sm">All that you see below is in it.</Text>}
      </Stack>
    </Alert>
  );
}
