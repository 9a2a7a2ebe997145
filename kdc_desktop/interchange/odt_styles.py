"""What every OpenDocument text of ours has in common: its styles, page and lists of parts."""

# untranslated: XML

_URN = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = " ".join(
    (
        f'xmlns:office="{_URN}:office:1.0"',
        f'xmlns:style="{_URN}:style:1.0"',
        f'xmlns:text="{_URN}:text:1.0"',
        f'xmlns:table="{_URN}:table:1.0"',
        f'xmlns:draw="{_URN}:drawing:1.0"',
        f'xmlns:fo="{_URN}:xsl-fo-compatible:1.0"',
        f'xmlns:svg="{_URN}:svg-compatible:1.0"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
        'office:version="1.3"',
    )
)


def _paragraph(
    name: str, points: float, text: str = "", paragraph: str = "", more: str = ""
) -> str:
    """The style of a paragraph; the spaces in its name are written as files write them."""
    return (
        f'<style:style style:name="{name.replace(" ", "_20_")}" style:display-name="{name}" '
        f'style:family="paragraph" {more}>'
        f'<style:paragraph-properties fo:orphans="2" fo:widows="2" {paragraph}/>'
        f'<style:text-properties fo:font-size="{points}pt" fo:color="#1C2430" {text}/>'
        "</style:style>"
    )


_BOLD, _QUIET, _RIGHT = 'fo:font-weight="bold"', 'fo:color="#4A5462"', 'fo:text-align="end"'
_QUIET_TEXT = (
    '<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties '
    '{paragraph}/><style:text-properties fo:font-size="{points}pt" {text}/></style:style>'
)
_STYLES = "".join(
    (
        _paragraph("Text body", 10.5, "", 'fo:margin-top="1mm" fo:margin-bottom="2mm"'),
        _paragraph("Lead", 12, _BOLD, 'fo:margin-bottom="2mm"'),
        _paragraph(
            "Quoted",
            10.5,
            "",
            'fo:margin-left="4mm" fo:padding-left="3mm" '
            'fo:border-left="1.5pt solid #0F6B8F" fo:margin-bottom="2mm"',
        ),
        _paragraph("Item", 10.5, "", 'fo:margin-bottom="1mm"', 'style:list-style-name="Bullets"'),
        _paragraph("Cell", 9),
        _paragraph("CellRight", 9, "", _RIGHT),
        _paragraph("Head", 9, _BOLD, 'fo:keep-with-next="always"'),
        _paragraph("HeadRight", 9, _BOLD, f'fo:keep-with-next="always" {_RIGHT}'),
        _paragraph("After", 4),
        _paragraph("Title", 22, _BOLD, 'fo:margin-bottom="2mm" fo:keep-with-next="always"'),
        _paragraph(
            "Heading 1",
            15,
            _BOLD,
            'fo:margin-top="6mm" fo:margin-bottom="2mm" fo:keep-with-next="always"',
            'style:default-outline-level="1" style:class="text"',
        ),
        _paragraph(
            "Heading 2",
            11.5,
            _BOLD,
            'fo:margin-top="4mm" fo:margin-bottom="1.5mm" fo:keep-with-next="always"',
            'style:default-outline-level="2" style:class="text"',
        ),
        _QUIET_TEXT.format(name="Quiet", paragraph='fo:margin-bottom="2mm"', points=9, text=_QUIET),
    )
)
_BULLETS = (
    '<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" '
    'text:bullet-char="•"><style:list-level-properties '
    'text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment '
    'text:label-followed-by="listtab" text:list-tab-stop-position="5mm" fo:text-indent="-5mm" '
    'fo:margin-left="5mm"/></style:list-level-properties></text:list-level-style-bullet>'
    "</text:list-style>"
)
TABLE_STYLES = "".join(
    (
        '<style:style style:name="Table" style:family="table"><style:table-properties '
        'table:border-model="collapsing"/></style:style>',
        '<style:style style:name="WholeTable" style:family="table"><style:table-properties '
        'table:border-model="collapsing" style:may-break-between-rows="false"/></style:style>',
        '<style:style style:name="Row" style:family="table-row"><style:table-row-properties '
        'fo:keep-together="always"/></style:style>',
        '<style:style style:name="TallRow" style:family="table-row"><style:table-row-properties '
        'style:min-row-height="9mm" fo:keep-together="always"/></style:style>',
        '<style:style style:name="Ruled" style:family="table-cell"><style:table-cell-properties '
        'fo:padding="0.8mm" fo:border-bottom="0.5pt solid #B9BEC6"/></style:style>',
    )
)
"""Those of tables, which count only where they stand beside the content."""
STYLES = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-styles {namespaces}><office:styles>'
    '<style:default-style style:family="paragraph"><style:text-properties '
    "fo:font-family=\"'Liberation Sans', Arial, sans-serif\" "
    'fo:language="{language}" fo:country="{country}"/></style:default-style>'
    f"{_STYLES}{_BULLETS}"
    '<style:style style:name="Foot" style:family="paragraph"><style:paragraph-properties>'
    '<style:tab-stops><style:tab-stop style:position="{inner}mm" style:type="right"/>'
    '</style:tab-stops></style:paragraph-properties><style:text-properties fo:font-size="8pt" '
    'fo:color="#4A5462"/></style:style></office:styles><office:automatic-styles>'
    '<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="{width}mm" '
    'fo:page-height="{height}mm" fo:margin-left="{side}mm" fo:margin-right="{side}mm" '
    'fo:margin-top="18mm" fo:margin-bottom="12mm"/><style:footer-style>'
    '<style:header-footer-properties fo:margin-top="4mm" fo:min-height="6mm"/>'
    "</style:footer-style></style:page-layout></office:automatic-styles><office:master-styles>"
    '<style:master-page style:name="Standard" style:page-layout-name="Page"><style:footer>'
    '<text:p text:style-name="Foot">{foot}</text:p></style:footer></style:master-page>'
    "</office:master-styles></office:document-styles>"
)
META = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-meta '
    f'xmlns:office="{_URN}:office:1.0" xmlns:meta="{_URN}:meta:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta>'
    "<meta:generator>KDC Desktop</meta:generator><dc:title>{title}</dc:title>"
    "<dc:language>{language}</dc:language></office:meta>"
    "</office:document-meta>"
)
_PARTS = "".join(
    f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
    for name in ("content.xml", "styles.xml", "meta.xml")
)
MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
    f'xmlns:manifest="{_URN}:manifest:1.0" manifest:version="1.3"><manifest:file-entry '
    'manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
    f"{_PARTS}"
    "{{images}}</manifest:manifest>"
).replace("{{images}}", "{images}")
