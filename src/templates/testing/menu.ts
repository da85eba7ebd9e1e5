/** A file written by hand: pretty JSON, commas by `loop.last`. */
export const menuFile = {
  version: '1.0',
  name: 'menu',
  template: `{%- set dish_list = dishes | default([]) -%}
{%- set selected = chosen | default(None) -%}
{
  "type": "ListView",
  "children": [
    {%- for dish in dish_list %}
    {%- set is_selected = selected == dish.value %}
    {
      "type": "ListViewItem",
      "key": {{ (dish.value) | tojson }},
      "onClickAction": {% if selected %}{{ (none) | tojson }}{% elif loop.first %}{"type": "first"}{% else %}{
        "type": {{ (actionType) | tojson }}
      }{% endif %},
      "children": [
        {
          "type": "Icon",
          "name": {% if is_selected %}"check"{% else %}"empty-circle"{% endif %}
        },
        {"type": "Text", "value": {{ (dish.label) | tojson }}}
      ]
    }
    {%- if not loop.last %},{%- endif %}
    {%- endfor %}
  ]
}
`,
}
