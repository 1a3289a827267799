import { List, Text } from '@mantine/core';
import type { Attribute } from '@/lib/codebook/codebook';

const kinds: Record<Attribute['type'], string> = {
  choice: 'one of',
  text: 'text',
  boolean: 'yes or no',
  number: 'a number',
};

/** Attributes or questions in plain words, to be read. */
export function AttributeList({ attributes }: { attributes: Attribute[] }) {
  return (
    <List size="sm" spacing={4}>
      {attributes.map(({ key, name, type, options, required }) => (
        <List.Item key={key}>
          <Text component="span" size="sm" fw={600}>
            {name}
          </Text>
          : {kinds[type]}
          {type === 'choice' && ` ${options.join(' · ')}`}
          {required ? ' (needed before submitting)' : ''}
        </List.Item>
      ))}
    </List>
  );
}
