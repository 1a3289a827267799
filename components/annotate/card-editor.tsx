import { AttributeField, NoteField } from '@/components/workbench/annotation-fields';
import type { LabelLookup } from '@/components/article-text/labels';
import { Relabel } from '@/components/workbench/label-button';
import type { EditorFields } from './around-article';
import { ActionIcon, Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconTrash, IconX } from '@tabler/icons-react';
import { LabelHighlight } from '@/components/article-text/label-highlight';
import { AnnotationThreads } from '@/components/discussion/annotation-threads';
import type { Annotation, AnnotationContent, AttributeValue } from '@/lib/annotation/annotation';
import { CardHistory } from './card-history';
import { ConfidenceField } from './confidence-field';
import { shortQuote } from '@/components/ui/format-text';
import classes from './annotation-card.module.css';

/** Callbacks of the editor. */
export type EditorActions = {
  label(this: void, key: string): void;
  change(this: void, annotationId: string, content: Partial<AnnotationContent>): void;
  remove(this: void): void;
  closeCard(this: void): void;
};

/** The editor of the chosen annotation; read-only once the layer is submitted. */
export function CardEditor({
  annotation,
  lookup,
  isFixed,
  actions,
  fields,
}: {
  annotation: Annotation;
  lookup: LabelLookup;
  isFixed: boolean;
  actions: EditorActions;
  fields: EditorFields;
}) {
  const { id, quote, note, confidence, attributes } = annotation;
  const label = lookup.of(annotation.label);
  const change = (content: Partial<AnnotationContent>) => actions.change(id, content);
  const setAttribute = (key: string, value: AttributeValue | undefined) => {
    const { [key]: _, ...others } = attributes;
    change({ attributes: value === undefined ? others : { ...others, [key]: value } });
  };
  return (
    <Stack
      gap="xs"
      className={classes.editor}
      data-annotation-card={id}
      role="group"
      aria-label={`${label.name}: ${shortQuote(quote)}`}
      tabIndex={-1}
    >
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap={4}>
        <LabelHighlight label={label} text={label.name} />
        <Group gap={2} wrap="nowrap">
          {!isFixed && (
            <Tooltip label="Remove this annotation (Delete)">
              <ActionIcon
                variant="subtle"
                color="red"
                aria-label="Remove this annotation"
                onClick={actions.remove}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
          <Tooltip label="Close (Esc)">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label="Close"
              onClick={actions.closeCard}
            >
              <IconX size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Group>
      </Group>
      <Text component="blockquote" size="sm" m={0} className={classes.whole}>
        {shortQuote(quote, 240)}
      </Text>
      {!isFixed && <Relabel lookup={lookup} label={annotation.label} onLabel={actions.label} />}
      {label.attributes.map((attribute) => (
        <AttributeField
          key={attribute.key}
          attribute={attribute}
          value={attributes[attribute.key]}
          isFixed={isFixed}
          onChange={(value) => setAttribute(attribute.key, value)}
        />
      ))}
      <NoteField
        note={note}
        isFixed={isFixed}
        fieldRef={fields.note}
        onChange={(typed) => change({ note: typed })}
      />
      <ConfidenceField
        confidence={confidence}
        isFixed={isFixed}
        fieldRef={fields.confidence}
        onChange={(chosen) => change({ confidence: chosen })}
      />
      <AnnotationThreads
        annotationId={id}
        quote={quote}
        isSaved={annotation.version > 0}
        fieldRef={fields.discussion}
      />
      <CardHistory annotationId={id} version={annotation.version} lookup={lookup} />
    </Stack>
  );
}
