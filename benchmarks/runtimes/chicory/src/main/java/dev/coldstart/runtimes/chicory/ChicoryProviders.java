package dev.coldstart.runtimes.chicory;

import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.ImportGlobal;
import com.dylibso.chicory.runtime.ImportMemory;
import com.dylibso.chicory.runtime.ImportTable;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.Export;
import com.dylibso.chicory.wasm.types.ExportSection;
import dev.coldstart.spi.Wasi;

/** Modules, always interpreted, whose exports are another one's imports. */
final class ChicoryProviders {

  private final ImportValues.Builder values = ImportValues.builder();

  void add(Wasi wasi) {
    values.addFunction(ChicoryWasi.functions(wasi));
  }

  ChicoryInstance add(String name, byte[] wasm) {
    WasmModule module = Parser.parse(wasm);
    Instance provider = Instance.builder(module).withStart(false).build();
    ExportSection exports = module.exportSection();
    for (int i = 0; i < exports.exportCount(); i++) {
      add(name, exports.getExport(i), provider);
    }
    return new ChicoryInstance(provider);
  }

  private void add(String name, Export export, Instance provider) {
    String own = export.name();
    switch (export.exportType()) {
      case FUNCTION :
        values.addFunction(ImportFunction.exportAsImport(name, own, provider, own));
        break;
      case TABLE :
        values.addTable(new ImportTable(name, own, provider.exports().table(own)));
        break;
      case MEMORY :
        values.addMemory(new ImportMemory(name, own, provider.exports().memory(own)));
        break;
      case GLOBAL :
        values.addGlobal(new ImportGlobal(name, own, provider.exports().global(own)));
        break;
      default :
        throw new IllegalArgumentException("a provider cannot export " + own);
    }
  }

  ImportValues values() {
    return values.build();
  }
}
