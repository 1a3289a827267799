import { List, Text, Badge, Group, Kbd, Card, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { LabelHighlight } from '@/components/article-text/label-highlight';
import type { Attribute, Label } from '@/lib/codebook/codebook';

const answerKinds: Record<Attribute['type'], string> = {
  choice: 'one of',
  text: 'text',
  boolean: 'yes or no',
  number: 'a number',
};

/** A read-only list of attributes or questions. */
export function AttributeList({ attributes }: { attributes: Attribute[] }) {
  return (
    <List size="sm" spacing={4}>
      {attributes.map(({ key, name, type, options, required }) => (
        <List.Item key={key}>
          <Text component="span" size="sm" fw={600}>
            {name}
          </Text>
          : {answerKinds[type]}
          {type === 'choice' && ` ${options.join(' · ')}`}
          {required ? ' (required before submitting)' : ''}
        </List.Item>
      ))}
    </List>
  );
}

/** A label in one line: its painted name, its letter tag and its shortcut. */
export function LabelHeading({ label, tag }: { label: Label; tag: string | undefined }) {
  return (
    <Group gap="xs" component="span" wrap="wrap">
      <LabelHighlight label={label} text={label.name || 'Label without a name'} />
      {tag !== undefined && (
        <Badge component="span" variant="default" size="sm" radius="sm" title="Letter tag">
          {tag}
        </Badge>
      )}
      {label.hotkey !== '' && (
        <Text component="span" size="sm" c="dimmed">
          shortcut <Kbd>{label.hotkey}</Kbd>
        </Text>
      )}
    </Group>
  );
}

const exampleKinds = { good: 'Annotate', 'near-miss': 'Do not annotate' } as const;

/** A read-only label with all its fields. `parent` is the name of the parent label. */
export function LabelCard({
  label,
  tag,
  parent,
  decisions,
}: {
  label: Label;
  tag: string | undefined;
  parent: string | null;
  /** A link to its decisions in the decision log. */
  decisions?: ReactNode;
}) {
  return (
    <Card component="article" withBorder padding="lg" aria-label={label.name}>
      <Stack gap="sm">
        <Title order={3} size="h4">
          <LabelHeading label={label} tag={tag} />
        </Title>
        <Text size="xs" c="dimmed">
          {label.key}
          {parent !== null && ` · parent label: ${parent}`}
        </Text>
        {label.definition !== '' && <Text>{label.definition}</Text>}
        {label.test !== '' && (
          <Text>
            <strong>Decision rule.</strong> {label.test}
          </Text>
        )}
        {label.examples.map(({ text, kind, why }, at) => (
          <div key={at}>
            <Text size="sm" c="dimmed" component="span">
              {exampleKinds[kind]}:{' '}
            </Text>
            {kind === 'good' ? (
              <LabelHighlight label={label} text={text} />
            ) : (
              <Text component="span">{text}</Text>
            )}
            {why !== '' && (
              <Text size="sm" c="dimmed">
                {why}
              </Text>
            )}
          </div>
        ))}
        {decisions}
        {label.attributes.length > 0 && <AttributeList attributes={label.attributes} />}
      </Stack>
    </Card>
  );
}
