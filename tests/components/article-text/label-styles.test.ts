import { expect, test } from '@jest/globals';
import { labelClass, labelStyles } from '@/components/article-text/label-styles';
import { basic3 } from '@/lib/codebook/basic-3';

test('each label, and one that is unknown, has its pattern and inks in both schemes', () => {
  const styles = labelStyles('.here', basic3.labels);
  for (const index of [0, 1, 2, -1]) {
    const selector = `.here .${labelClass(index)}{`;
    expect(styles.split(selector)).toHaveLength(3);
    expect(styles).toContain(`[data-mantine-color-scheme='dark'] ${selector}`);
  }
  for (const { pattern } of basic3.labels) expect(styles).toContain(`--pattern:${pattern};`);
});

test('nothing that people typed goes into the rules', () => {
  const [first] = basic3.labels;
  const named = first && { ...first, key: '</style>{', name: '</style><script>' };
  expect(labelStyles('.here', named ? [named] : [])).not.toMatch(/script|<\//);
});
