/** A file written by hand: the tree is collected in a namespace and printed in one piece. */
export const agendaFile = {
  version: '1.0',
  name: 'agenda',
  template: `
{%- set ns = namespace(children=[]) -%}
{%- set now = current | default(None) -%}
{#- one heading per day -#}
{%- for day in days|default([]) -%}
  {%- set _ = ns.children.append({
    "type": "ListViewItem",
    "key": (day.name|default('')) ~ '-day',
    "children": [{"type": "Text", "value": day.name|default(''), "weight": "medium"}],
  }) -%}
  {%- for entry in day.entries|default([]) -%}
    {%- set is_now = now == (entry.id|default(None)) -%}
    {%- set row = {
      "type": "ListViewItem",
      "key": entry.id|default(''),
      "children": [{"type": "Text", "value": is_now and (entry.note|default(entry.title)) or entry.title, "color": is_now and "emphasis" or "secondary"}],
    } -%}
    {%- set _ = ns.children.append(row) -%}
  {%- endfor -%}
{%- endfor -%}
{{ {"type": "ListView", "limit": 6, "children": ns.children} | tojson }}
`,
  encodedWidget: 'eyUtIHNldCBuCg',
}
