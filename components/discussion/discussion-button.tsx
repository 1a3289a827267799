import { Button } from '@mantine/core';
import { IconMessageCircle } from '@tabler/icons-react';
import { counted } from '@/components/ui/format-text';
import { useArticleDiscussion } from './use-discussion';

/** Opens everything that is said about the article. */
export function DiscussionButton() {
  const { threads, isBusy, open } = useArticleDiscussion();
  const count = threads.filter(({ state }) => state === 'open').length;
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      mt={4}
      ml={-8}
      leftSection={<IconMessageCircle size={16} aria-hidden />}
      onClick={() => open({ show: 'all' })}
    >
      {isBusy || count === 0 ? 'Discussion' : `Discussion: ${counted(count, 'open thread')}`}
    </Button>
  );
}
