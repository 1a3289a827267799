import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { shortQuote } from '@/components/ui/format-text';
import type { Annotation } from '@/lib/annotation/annotation';
import { useArticleDiscussion } from './use-discussion';

/** A way to a highlight's discussion without the mouse: found by typing some of its words. */
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
      label="Discuss a highlight"
      description="Or press it in the text."
      placeholder="Find it by its words"
      nothingFoundMessage="No highlight has these words"
      searchable
      limit={50}
      value={null}
      data={data}
      onChange={(annotationId) => annotationId !== null && onDiscuss(annotationId)}
    />
  );
}
