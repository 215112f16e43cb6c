type Drawing = { __iconData: { node: [tag: string, attributes: Record<string, string>][] } };

/** An SVG file with a symbol for each of Lucide's icons of these names. Throws for a name that Lucide does not have. */
export async function spriteOf(names: readonly string[]): Promise<string> {
  const symbols: string[] = [];
  for (const name of names) {
    const { __iconData: data }: Drawing = await import(`lucide-react/icons/${name}`);
    const parts = data.node.map(([tag, { key: _, ...attributes }]) => {
      const written = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${value}"`);
      return `<${tag}${written.join('')}/>`;
    });
    symbols.push(`<symbol id="${name}" viewBox="0 0 24 24">${parts.join('')}</symbol>`);
  }
  const head = '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24">\n<!-- Lucide, ISC License -->';
  return `${head}\n${symbols.join('\n')}\n</svg>\n`;
}
