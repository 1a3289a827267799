import { Button, Group, Text } from '@mantine/core';
import { ConfirmAction } from '@/components/ui/confirm-action';
import { useQuestion } from '@/components/ui/use-question';

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
