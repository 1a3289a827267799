import { AttributeField, NoteField } from '@/components/workbench/annotation-fields';
import type { LabelLookup } from '@/components/article-text/labels';
import { Relabel } from '@/components/workbench/label-button';
import { Button, Group, Stack, Text } from '@mantine/core';
import { shortQuote } from '@/components/ui/format-text';
import { LabelHighlight } from '@/components/article-text/label-highlight';
import type { Draft } from './choice';
import classes from './passage-detail.module.css';

/** The words that a draft covers. */
export const draftQuote = ({ segments }: Pick<Draft, 'segments'>, text: string): string =>
  segments.map(({ start, end }) => text.slice(start, end)).join(' … ');

/**
 * An annotation that a manager is writing: its words, label, attributes and note. Open for editing,
 * or as a summary.
 */
export function DraftEditor({
  draft,
  text,
  lookup,
  isOpen,
  onOpen,
  onChange,
  onUseSelection,
}: {
  draft: Draft;
  text: string;
  lookup: LabelLookup;
  isOpen: boolean;
  onOpen: () => void;
  /** Null deletes it. */
  onChange: (change: Partial<Draft> | null) => void;
  onUseSelection: () => void;
}) {
  const label = lookup.of(draft.label);
  const quote = shortQuote(draftQuote(draft, text), 160);
  const keepFocus = (event: { preventDefault: () => void }) => event.preventDefault();
  return (
    <Stack
      gap={6}
      className={classes.draft}
      role="group"
      aria-label={`New annotation: ${label.name}`}
      data-draft={isOpen || undefined}
    >
      <LabelHighlight label={label} text={label.name} />
      <Text component="blockquote" size="sm" m={0} className={classes.quote}>
        {quote}
      </Text>
      {!isOpen && (
        <Button size="compact-xs" variant="default" onMouseDown={keepFocus} onClick={onOpen}>
          Adjust (e)
        </Button>
      )}
      {isOpen && (
        <>
          <Relabel
            lookup={lookup}
            label={draft.label}
            onLabel={(key) => onChange({ label: key, attributes: {} })}
          />
          {label.attributes.map((attribute) => (
            <AttributeField
              key={attribute.key}
              attribute={attribute}
              value={draft.attributes[attribute.key]}
              isFixed={false}
              onChange={(value) => {
                const { [attribute.key]: _, ...others } = draft.attributes;
                onChange({
                  attributes: value === undefined ? others : { ...others, [attribute.key]: value },
                });
              }}
            />
          ))}
          <NoteField
            note={draft.note}
            isFixed={false}
            fieldRef={null}
            onChange={(note) => onChange({ note })}
          />
          <Group gap={6}>
            <Button
              size="compact-xs"
              variant="default"
              onMouseDown={keepFocus}
              onClick={onUseSelection}
            >
              Use the selected words (e)
            </Button>
            <Button
              size="compact-xs"
              variant="subtle"
              color="red"
              onMouseDown={keepFocus}
              onClick={() => onChange(null)}
            >
              Delete it (Delete)
            </Button>
          </Group>
          <Text size="xs" c="dimmed">
            [ and ] move its ends by a word, with Shift inwards; or drag its handles in the article.
          </Text>
        </>
      )}
    </Stack>
  );
}
