import { encodeSource } from './encode-source.ts'

const view = `<ListView>
  {books.map((book) => (
    <ListViewItem
      key={book.id}
      gap={5}
      onClickAction={
        chosen
          ? undefined
          : { type: "book.choose", handler: "client", payload: { id: book.id, all: books || [] } }
      }
    >
      <Box background={book.color} radius="full" size={25} />
      <Col gap={1}>
        <Text value={book.title} weight="semibold" color={chosen === book.id ? "emphasis" : undefined} />
        {book.author ? <Text value={\`by \${book.author}\`} size="sm" /> : null}
      </Col>
      {chosen === book.id && <Icon name="check" size="xl" />}
    </ListViewItem>
  ))}
  <ListViewItem key="more">
    <Button label="More <books>" pill disabled={chosen !== null} onClickAction={{ type: "book.more" }} />
  </ListViewItem>
</ListView>
`

const schema = `import { z } from "zod"

const Book = z.strictObject({
  id: z.string(),
  title: z.string().trim().min(1),
  author: z.string().nullable(),
  color: z.enum(["blue-500", "red-500"]), // the dot in front
})

const WidgetState = z.strictObject({
  chosen: z.string().nullable(),
  books: z.array(Book),
})

export default WidgetState
`

export const readingListState = {
  chosen: null,
  books: [
    { id: 'emma', title: 'Emma', author: 'Jane Austen', color: 'blue-500' },
    { id: 'beowulf', title: 'Beowulf', author: null, color: 'red-500' },
  ],
}

const jsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: {
    chosen: { anyOf: [{ type: 'string' }, { type: 'null' }] },
    books: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          id: { type: 'string' },
          title: { type: 'string', minLength: 1 },
          author: { anyOf: [{ type: 'string' }, { type: 'null' }] },
          color: { type: 'string', enum: ['blue-500', 'red-500'] },
        },
        required: ['id', 'title', 'author', 'color'],
        additionalProperties: false,
      },
    },
  },
  required: ['chosen', 'books'],
  additionalProperties: false,
}

/** Children with a loop, conditions and nothing between: captured, each with a comma in front, the first comma cut off. */
const captured = (children: string) =>
  `[{%- set _c -%}${children}{%- endset -%}{{- (_c[1:] if _c and _c[0] == ',' else _c) -}}]`

const texts = captured(
  ',{"type":"Text","value":{{ (book.title) | tojson }},"weight":"semibold","color":{% if chosen == book.id %}"emphasis"{% else %}{{ (none) | tojson }}{% endif %}}' +
    '{%-if book.author -%},{"type":"Text","value":{{ (("by " ~ book.author)) | tojson }},"size":"sm"}{%-else-%}{%-endif-%}',
)
const inside = captured(
  `,{"type":"Box","background":{{ (book.color) | tojson }},"radius":"full","size":25},{"type":"Col","gap":1,"children":${texts}}` +
    '{%-if chosen == book.id -%},{"type":"Icon","name":"check","size":"xl"}{%-else-%}{%-endif-%}',
)
const action =
  '{% if chosen %}{{ (none) | tojson }}{% else %}{"type":"book.choose","handler":"client","payload":{"id":{{ (book.id) | tojson }},"all":{{ (books or none) | tojson }}}}{% endif %}'
const rows = captured(
  `{%-for book in books -%},{"type":"ListViewItem","key":{{ (book.id) | tojson }},"gap":5,"onClickAction":${action},"children":${inside}}{%-endfor-%}` +
    ',{"type":"ListViewItem","key":"more","children":[{"type":"Button","label":"More <books>","pill":true,"disabled":{{ (chosen is not none) | tojson }},"onClickAction":{"type":"book.more"}}]}',
)

/** A file as Widget Studio writes it: a list with conditions, with its source. */
export const readingListFile = {
  version: '1.0',
  name: 'Reading list',
  template: `{"type":"ListView","children":${rows}}`,
  jsonSchema,
  encodedWidget: encodeSource({
    id: 'wig_reading',
    name: 'Reading list',
    view,
    defaultState: readingListState,
    schemaMode: 'zod',
    jsonSchema,
    schema,
    states: [],
    schemaValidity: 'valid',
    viewValidity: 'valid',
    defaultStateValidity: 'valid',
  }),
}
