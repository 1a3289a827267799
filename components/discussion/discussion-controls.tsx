import { Button, Kbd, Select } from '@mantine/core';
import { IconMessageCircle, IconMessageCirclePlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { counted, shortQuote } from '@/components/ui/format-text';
import type { Annotation } from '@/lib/annotation/annotation';
import { useArticleDiscussion } from './use-discussion';
import classes from './discussion-margin.module.css';

/** A button that opens all threads of the article. */
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

/** A button that starts a discussion of the selection. */
export function DiscussButton({ onDiscuss }: { onDiscuss: () => void }) {
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-md"
      fw={500}
      className={classes.discuss}
      aria-keyshortcuts="d"
      leftSection={<IconMessageCirclePlus size={18} aria-hidden />}
      rightSection={
        <Kbd size="xs" aria-hidden className={classes.key}>
          d
        </Kbd>
      }
      onMouseDown={(event) => event.preventDefault()}
      onClick={onDiscuss}
    >
      Discuss
    </Button>
  );
}

/** A searchable select of annotations, which opens the discussion of one without the mouse. */
export function DiscussHighlight({
  annotations,
  onDiscuss,
}: {
  annotations: readonly Annotation[];
  onDiscuss: (annotationId: string) => void;
}) {
  const { threads } = useArticleDiscussion();
  const data = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { annotationId, comments } of threads)
      if (annotationId !== null)
        counts.set(annotationId, (counts.get(annotationId) ?? 0) + comments.length);
    return annotations.map(({ id, quote }) => {
      const count = counts.get(id);
      const excerpt = shortQuote(quote, 60);
      return { value: id, label: count === undefined ? excerpt : `${excerpt} (${count})` };
    });
  }, [annotations, threads]);
  if (annotations.length === 0) return null;
  return (
    <Select
      mt="md"
      label="Discuss an annotation"
      description="Or press it in the text."
      placeholder="Search in the annotated text"
      nothingFoundMessage="No annotation has these words"
      searchable
      limit={50}
      value={null}
      data={data}
      onChange={(annotationId) => annotationId !== null && onDiscuss(annotationId)}
    />
  );
}
