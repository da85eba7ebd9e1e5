import { encodeSource } from './encode-source.ts'

const view = `<Basic>
  <Row gap={3} padding={0} align="start">
  <Box border={{ color: "gray-900", size: 1 }} width={100}>
    <Image src={image} alt={\`Picture of \${name}\`} frame />
  </Box>
  <Col gap={1}>
    <Title value={name} size="sm" />
    {seats != null ? (
      <Text
        value={\`\${seats} seat\${seats === 1 ? "" : "s"} free\`}
        size="xs"
      />
    ) : null}
    <Badge label={open ? "open" : "closed"} color={open ? "success" : undefined} />
  </Col>
</Row>
</Basic>`

const schema = `import { z } from "zod"

const Venue = z.object({
  name: z.string().trim().min(1),
  image: z.url(),
  seats: z.number().int().nonnegative().nullable(),
  open: z.boolean(),
});

export default Venue;`

export const venueState = { name: 'The "Blue" Hall', image: 'https://example.com/hall.png', seats: 2, open: true }

/** A preview as Widget Studio writes it: texts put together, a plural, one child that may be missing. */
export const venueFile = {
  version: '1.0',
  name: 'Venue',
  template:
    '{"type":"Basic","children":[{"type":"Row","gap":3,"padding":0,"align":"start","children":[{"type":"Box","border":{"color":"gray-900","size":1},"width":100,"children":[{"type":"Image","src":{{ (image) | tojson }},"alt":{{ (("Picture of " ~ name)) | tojson }},"frame":true}]},{"type":"Col","gap":1,"children":[{%- set _c -%},{"type":"Title","value":{{ (name) | tojson }},"size":"sm"}{%-if seats is not none -%},{"type":"Text","value":{{ ((seats ~ " seat" ~ ("" if seats == 1 else "s") ~ " free")) | tojson }},"size":"xs"}{%-else-%}{%-endif-%},{"type":"Badge","label":{% if open %}"open"{% else %}"closed"{% endif %},"color":{% if open %}"success"{% else %}{{ (none) | tojson }}{% endif %}}{%- endset -%}{{- (_c[1:] if _c and _c[0] == \',\' else _c) -}}]}]}]}',
  encodedWidget: encodeSource({ name: 'Venue', view, schema, defaultState: venueState }),
}
