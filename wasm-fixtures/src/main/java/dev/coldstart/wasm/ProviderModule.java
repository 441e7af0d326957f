package dev.coldstart.wasm;

import dev.coldstart.wasm.WasmModule.Import;
import dev.coldstart.wasm.WasmModule.Kind;
import dev.coldstart.wasm.WasmModule.Limits;
import java.util.List;

/**
 * A module that exports what another one imports from one name: memories, tables and globals of the right type, filled
 * with zeroes, and functions that trap or return zeroes. The same bytes are linked in every runtime.
 *
 * <p>It also exports the function {@link #CALLED}, which tells the number of the last function that was called and
 * trapped, counted from 0 in the order of the imports; -1 if there was none.
 */
public final class ProviderModule {

  public static final String CALLED = "coldstart:called";

  private static final int END = 0x0b;

  private final boolean trap;
  private final List<Import> functions;
  private final List<Import> tables;
  private final List<Import> memories;
  private final List<Import> globals;

  private ProviderModule(List<Import> imports, boolean trap) {
    this.trap = trap;
    functions = of(Kind.FUNCTION, imports);
    tables = of(Kind.TABLE, imports);
    memories = of(Kind.MEMORY, imports);
    globals = of(Kind.GLOBAL, imports);
  }

  private static List<Import> of(Kind kind, List<Import> imports) {
    return imports.stream().filter(one -> one.kind() == kind).toList();
  }

  /**
   * Writes the module.
   *
   * @param imports all imports from one name
   * @param trap whether the functions trap, or else return zeroes
   * @throws WasmFormatException if an import's type cannot be provided
   */
  public static byte[] of(List<Import> imports, boolean trap) throws WasmFormatException {
    for (Import one : imports) {
      boolean unknown = one.kind() == Kind.TAG || one.type().indexOf('R') >= 0;
      if (unknown) {
        throw new WasmFormatException("the import " + one.module() + "." + one.name() + " is a " + one.kind().words()
            + " of a type that cannot be provided");
      }
    }
    return new ProviderModule(imports, trap).bytes();
  }

  private byte[] bytes() {
    ModuleWriter out = ModuleWriter.ofModule();
    out.section(1, section -> {
      section.number(functions.size() + 1);
      functions.forEach(one -> section.type(one.type()));
      section.type("()I");
    });
    out.section(3, section -> {
      section.number(functions.size() + 1);
      for (int i = 0; i <= functions.size(); i++) {
        section.number(i);
      }
    });
    out.section(4, section -> {
      section.number(tables.size());
      tables.forEach(one -> {
        section.write(ModuleWriter.code(one.type().charAt(0)));
        limits(section, one.limits());
      });
    });
    out.section(5, section -> {
      section.number(memories.size());
      memories.forEach(one -> limits(section, one.limits()));
    });
    out.section(6, this::globals);
    out.section(7, this::exports);
    out.section(10, this::code);
    return out.bytes();
  }

  private static void limits(ModuleWriter out, Limits limits) {
    out.write((limits.most() < 0 ? 0 : 1) | (limits.shared() ? 2 : 0) | (limits.wide() ? 4 : 0));
    out.number(limits.least());
    if (limits.most() >= 0) {
      out.number(limits.most());
    }
  }

  private void globals(ModuleWriter out) {
    out.number(globals.size() + 1);
    globals.forEach(one -> {
      out.write(ModuleWriter.code(one.type().charAt(0)));
      out.write(one.type().length() > 1 ? 1 : 0);
      zero(out, one.type().charAt(0));
      out.write(END);
    });
    // The number of the function that trapped, at first -1.
    out.write(ModuleWriter.code('I'));
    out.write(1);
    out.write(0x41);
    out.write(0x7f);
    out.write(END);
  }

  private static void zero(ModuleWriter out, char letter) {
    switch (letter) {
      case 'I' -> out.all(0x41, 0);
      case 'J' -> out.all(0x42, 0);
      case 'F' -> out.all(0x43, 0, 0, 0, 0);
      case 'D' -> out.all(0x44, 0, 0, 0, 0, 0, 0, 0, 0);
      case 'V' -> out.all(0xfd, 0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
      default -> out.all(0xd0, ModuleWriter.code(letter));
    }
  }

  private void exports(ModuleWriter out) {
    List<List<Import>> kinds = List.of(functions, tables, memories, globals);
    out.number(functions.size() + tables.size() + memories.size() + globals.size() + 1);
    for (int kind = 0; kind < kinds.size(); kind++) {
      List<Import> exported = kinds.get(kind);
      for (int i = 0; i < exported.size(); i++) {
        out.export(exported.get(i).name(), kind, i);
      }
    }
    out.export(CALLED, 0, functions.size());
  }

  private void code(ModuleWriter out) {
    out.number(functions.size() + 1);
    for (int i = 0; i < functions.size(); i++) {
      out.body(stub(i));
    }
    ModuleWriter called = new ModuleWriter();
    called.write(0);
    called.write(0x23);
    called.number(globals.size());
    called.write(END);
    out.body(called);
  }

  private ModuleWriter stub(int number) {
    ModuleWriter body = new ModuleWriter();
    body.write(0);
    if (trap) {
      body.write(0x41);
      body.signed(number);
      body.write(0x24);
      body.number(globals.size());
      body.write(0);
    } else {
      String type = functions.get(number).type();
      type.substring(type.indexOf(')') + 1).chars().forEach(letter -> zero(body, (char) letter));
    }
    body.write(END);
    return body;
  }
}
