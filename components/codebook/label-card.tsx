import type { ReactNode } from 'react';
import { Card, Stack, Text, Title } from '@mantine/core';
import type { Label } from '@/lib/codebook/codebook';
import { AttributeList } from './attribute-list';
import { LabelHeading } from './label-heading';
import { LabelHighlight } from '@/components/article-text/label-highlight';

const kinds = { good: 'Mark', 'near-miss': 'Do not mark' } as const;

/** All there is to know of a label, to be read. `parent` is the name of the label it is a kind of. */
export function LabelCard({
  label,
  tag,
  parent,
  decisions,
}: {
  label: Label;
  tag: string | undefined;
  parent: string | null;
  /** The way to the cases that teach it. */
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
          {parent !== null && ` · a kind of ${parent}`}
        </Text>
        {label.definition !== '' && <Text>{label.definition}</Text>}
        {label.test !== '' && (
          <Text>
            <strong>The test.</strong> {label.test}
          </Text>
        )}
        {label.examples.map(({ text, kind, why }, at) => (
          <div key={at}>
            <Text size="sm" c="dimmed" component="span">
              {kinds[kind]}:{' '}
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
