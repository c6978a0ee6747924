/* xml.c: parses XML and HTML with libxml2, without network, outside entities or recursion; walks over trees.
 * Entities are not substituted: a reference to one stays a node without children for us, so that neither files are read
 * nor text multiplied. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/xml.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlreader.h>
#include <limits.h>
#include <stdlib.h>
#include <threads.h>

#include "read/attributes.h"
#include "text/charset.h"
#include "text/fold.h"
#include "text/utf8.h"

enum { FAULTS_MAX = 20, ENTITY_MAX = 64 /* bytes of an entity's text that is taken */ };

/* --- parsing -------------------------------------------------------------------------------------------------- */

typedef struct faults {
    rxc_doc *doc;
    const char *code;
    size_t n, more;
} faults;

/* What libxml2 says of its limits names options of its own. */
static Str plain_words(Str text)
{
    if (str_starts(text, S("Excessive depth")))
        return S("elements are nested deeper than 256 levels, the most that is read (--max-depth)");
    if (str_find(text, S("huge text node")) != STR_NONE || str_find(text, S("Huge input lookup")) != STR_NONE)
        return S("a text or an attribute is longer than 10,000,000 bytes, the most that is read");
    if (str_find(text, S("entity reference loop")) != STR_NONE)
        return S("entities refer to each other or multiply the text, and are not read");
    return text;
}

/* libxml2 hands its own context over as data; ours hangs on it. */
static void take_fault(void *data, xmlErrorPtr fault)
{
    const xmlParserCtxt *context = data;
    faults *all = context ? context->_private : NULL;
    if (!all || !fault || fault->level < XML_ERR_ERROR) return;
    if (all->n++ >= FAULTS_MAX) {
        all->more++;
        return;
    }
    Str text = plain_words(str_trim(str_from(fault->message)));
    rxc_diag_add(all->doc->arena, &all->doc->diags, fault->level == XML_ERR_FATAL ? RXC_WARNING : RXC_NOTE, all->code,
                 fault->line > 0 ? (size_t)fault->line : 0, 0, "%.*s", STR_ARG(text));
}

static void be_silent(void *data, xmlErrorPtr fault) { (void)data, (void)fault; }

static void init_once(void) { xmlInitParser(); }

/* What libxml2 reports outside a context (an encoding, say) must not go to stderr; the setting is per thread. */
static void enter(void)
{
    static once_flag once = ONCE_FLAG_INIT;
    call_once(&once, init_once);
    xmlSetStructuredErrorFunc(NULL, be_silent);
}

static void leave(faults *all)
{
    xmlSetStructuredErrorFunc(NULL, NULL);
    if (all->more)
        rxc_diag_add(all->doc->arena, &all->doc->diags, RXC_NOTE, all->code, 0, 0, "%zu more faults of this kind",
                     all->more);
}

static rxc_status no_tree(const rxc_doc *doc, const char *format, rxc_err *err)
{
    Str why = doc->diags.n ? doc->diags.v[doc->diags.n - 1].text : S("it is damaged");
    size_t line = doc->diags.n ? doc->diags.v[doc->diags.n - 1].line : 0;
    return rxc_err_set(err, RXC_INPUT, "%.*s:%zu: not readable as %s: %.*s", STR_ARG(doc->name), line, format,
                       STR_ARG(why));
}

/* Does the head name an encoding that is not UTF-8? */
static Str declared(Str source, Str key)
{
    Str head = str_take(source, 2048);
    size_t at = str_find_nocase(head, key);
    if (at == STR_NONE) return (Str){ 0 };
    Str s = str_drop(head, at + key.n);
    while (s.n && (chr_space(s.p[0]) || s.p[0] == '=' || s.p[0] == '"' || s.p[0] == '\'')) s = str_drop(s, 1);
    size_t n = 0;
    while (n < s.n && (chr_alnum(s.p[n]) || s.p[n] == '-' || s.p[n] == '_')) n++;
    return str_take(s, n);
}

/* The source as UTF-8, and the encoding to tell the parser: NULL when it shall follow the declaration. */
static Str prepare(Str source, Str key, rxc_doc *doc, const char **encoding)
{
    Str name = declared(source, key);
    bool other = name.n && !str_eq_nocase(name, S("utf-8")) && !str_eq_nocase(name, S("utf8"));
    *encoding = NULL;
    if (other && !rxc_utf8_valid(source, NULL) && !str_starts_nocase(name, S("utf-16")))
        return rxc_attributes_bound(source, doc);
    *encoding = "UTF-8";
    return rxc_attributes_bound(rxc_charset_decode(doc->arena, source, &doc->diags), doc);
}

rxc_status rxc_xml_parse(Str source, rxc_doc *doc, xmlDoc **out, rxc_err *err)
{
    const int options = XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES |
                        XML_PARSE_COMPACT | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    faults all = { .doc = doc, .code = "xml.malformed" };
    const char *encoding;
    source = prepare(source, S("encoding"), doc, &encoding);
    if (source.n > INT_MAX) return rxc_err_set(err, RXC_LIMIT, "%.*s: is too large for XML", STR_ARG(doc->name));
    enter();
    xmlParserCtxt *context = xmlNewParserCtxt();
    if (!context) rxc_err_memory(sizeof *context);
    context->_private = &all;
    context->sax->serror = take_fault;
    *out = xmlCtxtReadMemory(context, source.p, (int)source.n, NULL, encoding, options);
    xmlFreeParserCtxt(context);
    leave(&all);
    if (*out && xmlDocGetRootElement(*out)) return RXC_OK;
    if (*out) xmlFreeDoc(*out);
    *out = NULL;
    return no_tree(doc, "XML", err);
}

rxc_status rxc_xml_parse_html(Str source, rxc_doc *doc, xmlDoc **out, rxc_err *err)
{
    const int options =
        HTML_PARSE_NONET | HTML_PARSE_RECOVER | HTML_PARSE_NODEFDTD | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING;
    faults all = { .doc = doc, .code = "html.malformed" };
    const char *encoding;
    source = prepare(source, S("charset="), doc, &encoding);
    if (source.n > INT_MAX) return rxc_err_set(err, RXC_LIMIT, "%.*s: is too large for HTML", STR_ARG(doc->name));
    enter();
    htmlParserCtxt *context = htmlCreateMemoryParserCtxt(source.p, (int)source.n);
    if (!context) {
        leave(&all);
        return no_tree(doc, "HTML", err);
    }
    htmlCtxtUseOptions(context, options);
    context->options |= XML_PARSE_HUGE; /* long texts; HTML has no entities of its own */
    context->_private = &all;
    context->sax->serror = be_silent; /* every page of the web has faults */
    if (encoding) {
        xmlSwitchToEncoding(context, xmlFindCharEncodingHandler(encoding));
        context->input->encoding = xmlStrdup((const xmlChar *)encoding);
    }
    htmlParseDocument(context);
    *out = context->myDoc;
    context->myDoc = NULL;
    htmlFreeParserCtxt(context);
    leave(&all);
    if (*out && xmlDocGetRootElement(*out)) return RXC_OK;
    if (*out) xmlFreeDoc(*out);
    *out = NULL;
    return no_tree(doc, "HTML", err);
}

/* --- pulling -------------------------------------------------------------------------------------------------- */

struct rxc_xml_pull {
    xmlTextReader *reader; /* NULL: larger than libxml2 counts */
};

rxc_xml_pull *rxc_xml_pull_open(Str source)
{
    rxc_xml_pull *pull = calloc(1, sizeof *pull);
    if (!pull) rxc_err_memory(sizeof *pull);
    enter();
    if (source.n <= INT_MAX)
        pull->reader = xmlReaderForMemory(source.p, (int)source.n, NULL, NULL,
                                          XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    return pull;
}

void rxc_xml_pull_close(rxc_xml_pull *pull)
{
    faults none = { 0 };
    if (pull->reader) xmlFreeTextReader(pull->reader);
    leave(&none);
    free(pull);
}

rxc_xml_event rxc_xml_pull_next(rxc_xml_pull *pull, Str *name, Str *text)
{
    for (int more; pull->reader && (more = xmlTextReaderRead(pull->reader)) != 0;) {
        if (more < 0) break;
        int type = xmlTextReaderNodeType(pull->reader);
        bool is_text = type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
                       type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE;
        *name = str_from((const char *)xmlTextReaderConstLocalName(pull->reader));
        if (is_text) *text = str_from((const char *)xmlTextReaderConstValue(pull->reader));
        if (is_text) return RXC_XML_TEXT;
        if (type == XML_READER_TYPE_END_ELEMENT) return RXC_XML_LEAVE;
        if (type == XML_READER_TYPE_ELEMENT)
            return xmlTextReaderIsEmptyElement(pull->reader) ? RXC_XML_EMPTY : RXC_XML_ENTER;
    }
    return pull->reader && xmlTextReaderReadState(pull->reader) == XML_TEXTREADER_MODE_EOF ? RXC_XML_END
                                                                                           : RXC_XML_FAULT;
}

Str rxc_xml_pull_attribute(Arena *arena, const rxc_xml_pull *pull, const char *name)
{
    Str value = { 0 };
    for (int there = xmlTextReaderMoveToFirstAttribute(pull->reader); there == 1;
         there = xmlTextReaderMoveToNextAttribute(pull->reader)) {
        if (strcmp((const char *)xmlTextReaderConstLocalName(pull->reader), name) != 0) continue;
        value = arena_str(arena, str_from((const char *)xmlTextReaderConstValue(pull->reader)));
        break;
    }
    xmlTextReaderMoveToElement(pull->reader);
    return value;
}

/* --- walking -------------------------------------------------------------------------------------------------- */

rxc_walk rxc_xml_walk(xmlNode *root, int max_depth) { return (rxc_walk){ .root = root, .max_depth = max_depth }; }

void rxc_xml_skip(rxc_walk *walk) { walk->skip = true; }

static bool enter_children(rxc_walk *walk)
{
    bool has = walk->node->type == XML_ELEMENT_NODE && walk->node->children && !walk->skip;
    walk->skip = false;
    if (has && walk->depth >= walk->max_depth) {
        walk->cut++;
        has = false;
    }
    if (!has) return false;
    walk->node = walk->node->children;
    walk->depth++;
    return true;
}

bool rxc_xml_next(rxc_walk *walk)
{
    if (!walk->node) return walk->node = walk->root, walk->root != NULL;
    if (!walk->leaving) {
        if (enter_children(walk)) return true;
        if (walk->node->type == XML_ELEMENT_NODE) return walk->leaving = true;
    }
    walk->leaving = false;
    if (walk->node == walk->root) return false;
    if (walk->node->next) return walk->node = walk->node->next, true;
    walk->node = walk->node->parent;
    walk->depth--;
    return walk->leaving = true;
}

/* --- nodes ---------------------------------------------------------------------------------------------------- */

Str rxc_xml_name(const xmlNode *node)
{
    return node && node->type == XML_ELEMENT_NODE ? str_from((const char *)node->name) : (Str){ 0 };
}

bool rxc_xml_is(const xmlNode *node, const char *name) { return str_eq(rxc_xml_name(node), str_from(name)); }

/* A character that the document declares ("&nbsp;") or that HTML knows. */
static Str entity_content(const xmlNode *node, char room[4])
{
    const xmlEntity *entity = xmlGetDocEntity(node->doc, node->name);
    Str content =
        entity && entity->etype == XML_INTERNAL_GENERAL_ENTITY ? str_from((const char *)entity->content) : (Str){ 0 };
    bool plain =
        content.n && content.n <= ENTITY_MAX && str_chr(content, '&') == STR_NONE && str_chr(content, '<') == STR_NONE;
    if (plain) return content;
    const htmlEntityDesc *known = entity ? NULL : htmlEntityLookup(node->name);
    return known ? (Str){ room, rxc_utf8_put(known->value, room) } : (Str){ 0 };
}

Str rxc_xml_content(const xmlNode *node, char room[4])
{
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        return str_from((const char *)node->content);
    return node->type == XML_ENTITY_REF_NODE ? entity_content(node, room) : (Str){ 0 };
}

Str rxc_xml_attribute(Arena *arena, const xmlNode *node, const char *name)
{
    for (const xmlAttr *attribute = node ? node->properties : NULL; attribute; attribute = attribute->next) {
        if (!str_eq(str_from((const char *)attribute->name), str_from(name))) continue;
        const xmlNode *value = attribute->children;
        Str text = value && value->type == XML_TEXT_NODE ? str_from((const char *)value->content) : (Str){ 0 };
        return rxc_fold_nfc(arena, str_trim(arena_str(arena, text)));
    }
    return (Str){ 0 };
}

static bool listed(Str name, const char *list)
{
    Str rest = str_from(list), one;
    while (list[0] && str_cut(&rest, ' ', &one))
        if (str_eq(one, name)) return true;
    return false;
}

static void add_collapsed(Buf *out, Str s, bool *space)
{
    for (size_t at = 0; at < s.n;) {
        size_t b = at;
        uint32_t point = rxc_utf8_next(s, &at);
        if (rxc_utf8_is_space(point)) {
            if (point != 0x200B && point != 0x2060 && point != 0xFEFF) *space = true;
            continue;
        }
        if (point == 0xAD || point < 0x20) continue;
        if (*space && out->n) buf_char(out, ' ');
        *space = false;
        buf_add(out, str_sub(s, b, at));
    }
}

Str rxc_xml_text(Arena *arena, xmlNode *node, const char *without)
{
    Buf out = { 0 };
    bool space = false;
    rxc_walk walk = rxc_xml_walk(node, RXC_READ_LIMITS_DEFAULT.max_depth);
    while (node && rxc_xml_next(&walk)) {
        if (walk.node->type == XML_ELEMENT_NODE) {
            if (!walk.leaving && listed(rxc_xml_name(walk.node), without)) rxc_xml_skip(&walk);
            if (listed(rxc_xml_name(walk.node), "break br p title sec list-item td th tr div li")) space = true;
            continue;
        }
        char room[4];
        add_collapsed(&out, rxc_xml_content(walk.node, room), &space);
    }
    Str text = rxc_fold_nfc(arena, arena_str(arena, buf_str(&out)));
    buf_clear(&out);
    return text;
}

xmlNode *rxc_xml_sibling(const xmlNode *node, const char *name)
{
    for (xmlNode *next = node ? node->next : NULL; next; next = next->next)
        if (rxc_xml_is(next, name)) return next;
    return NULL;
}

xmlNode *rxc_xml_child(const xmlNode *node, const char *name)
{
    xmlNode *child = node && node->type == XML_ELEMENT_NODE ? node->children : NULL;
    return child && !rxc_xml_is(child, name) ? rxc_xml_sibling(child, name) : child;
}

xmlNode *rxc_xml_path(const xmlNode *node, const char *path)
{
    Str rest = str_from(path), step;
    xmlNode *at = NULL;
    while (str_cut(&rest, '/', &step)) {
        char name[64];
        size_t n = step.n < sizeof name ? step.n : sizeof name - 1;
        memcpy(name, step.p, n);
        name[n] = '\0';
        at = rxc_xml_child(node, name);
        if (!at) return NULL;
        node = at;
    }
    return at;
}
