import { CommentCount } from '@/components/discussion/annotation-threads';
import type { ShownLabel } from '@/components/article-text/labels';
import { Text, UnstyledButton } from '@mantine/core';
import { IconNote } from '@tabler/icons-react';
import { memo } from 'react';
import { LabelHighlight } from '@/components/article-text/label-highlight';
import type { Annotation } from '@/lib/annotation/annotation';
import { missingAttributes } from '@/lib/annotation/attributes';
import { shortQuote } from '@/components/ui/format-text';
import classes from './annotation-card.module.css';

/** Height of a card in px: one line where annotations lie close together, else two. */
export const cardHeight = { open: 64, compact: 34 };

/**
 * The card of an annotation beside its span: label, quote, and whether it has more. Pressing
 * chooses the annotation.
 */
export const AnnotationCard = memo(function AnnotationCard({
  annotation,
  label,
  isCompact,
  onChoose,
}: {
  annotation: Annotation;
  label: ShownLabel;
  isCompact: boolean;
  onChoose: (annotationId: string) => void;
}) {
  const { id, quote, note, attributes } = annotation;
  const missing = missingAttributes(label, attributes);
  return (
    <UnstyledButton
      className={classes.card}
      data-annotation-card={id}
      data-compact={isCompact || undefined}
      h={isCompact ? cardHeight.compact : cardHeight.open}
      onClick={() => onChoose(id)}
    >
      <span className={classes.heading}>
        <LabelHighlight label={label} text={label.name} />
        {missing.length > 0 && (
          <Text span size="xs" className={classes.needs}>
            needs {missing.join(', ')}
          </Text>
        )}
        <CommentCount annotationId={id} />
        {note !== '' && <IconNote size={16} role="img" aria-label="has a note" />}
      </span>
      <span className={classes.quote}>
        {note === '' || isCompact ? shortQuote(quote, 90) : note}
      </span>
    </UnstyledButton>
  );
});
